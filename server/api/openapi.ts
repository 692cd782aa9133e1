import { endpoints } from '#/contract/endpoints.ts'
import type { Endpoint } from '#/contract/endpoint.ts'
import { describeSchemas } from '#server/api/openapi-schemas.ts'
import { parametersOf } from '#server/api/openapi-parameters.ts'
import { headerComponents, problemComponents, responsesOf } from '#server/api/openapi-responses.ts'
import { mediaTypeOf } from '#server/api/request-input.ts'

type Json = Record<string, unknown>

const tags: Record<string, string> = {
  Session: 'Signing in and out, and who is signed in',
  Service: 'Configuration, scopes, health and this description',
  Customers: 'The list and the account fields of customers',
  'Custom attributes': 'Values of the attributes that the company defines itself',
  Metadata: 'Definitions of custom attributes and the lookups that they choose from',
  Addresses: 'The address book of a customer',
  Organizations: 'Organizations and who belongs to them',
  Stores: 'Stores, and which of them a customer uses and prefers',
  Orders: 'Orders, read only',
  Carts: 'Carts that hold items and are not orders yet',
  Changes: 'What others do: the log of changes, and who looks at a customer',
  'Saved payments': 'Payment methods that a customer saved for reuse',
  Activities: 'What happened, and what is to be answered for',
  Notes: 'What staff write down about a customer',
  Cases: 'Tickets, requests and cases, which are one',
  Contacts: 'Whom to turn to, and who may act for whom',
  Billing: 'Terms, invoices and payments',
  Products: 'Subscriptions and other holdings, and what is paid in instalments',
  Privacy: 'What is kept apart, given out or forgotten for good',
  Jobs: 'Work that may take longer than a request',
  Alerts: 'Notifications that customers were sent',
}

const file = { schema: { type: 'string', format: 'binary' } }

/** The description of the API in OpenAPI 3.1, made from the endpoint table alone. */
export function describeApi(): Json {
  const { schemas, bodyRef, resultRef } = describeSchemas()
  const paths: Record<string, Json> = {}
  for (const endpoint of Object.values(endpoints) as Endpoint[]) {
    const { name, method, path, summary, tag, body } = endpoint
    paths[path] ??= {}
    paths[path][method.toLowerCase()] = {
      operationId: name,
      summary,
      tags: [tag],
      'x-permission': endpoint.access,
      security: endpoint.access === 'public' ? [] : [{ sessionCookie: [] }],
      parameters: parametersOf(endpoint),
      ...(body
        ? { requestBody: { required: true, content: { [mediaTypeOf(endpoint)]: { schema: bodyRef(endpoint) } } } }
        : {}),
      ...(endpoint.upload ? { requestBody: { required: true, content: { 'application/octet-stream': file } } } : {}),
      responses: responsesOf(endpoint, resultRef),
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Customer Workspace',
      version: '1.0.0',
      description:
        'Instants are RFC 3339 in UTC, money is integer minor units with a currency, ids are opaque. Absent members of a ' +
        'request leave things as they are, `null` clears them. Unknown members and parameters are refused; clients ' +
        'ignore unknown members of answers.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1', description: 'Below the origin of the application' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        sessionCookie: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-session',
          description: 'Set by signing in; over plain HTTP its name has no prefix',
        },
      },
      headers: headerComponents,
      responses: problemComponents,
      schemas,
    },
  }
}
