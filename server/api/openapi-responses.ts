import type { Endpoint, Schema } from '#/contract/endpoint.ts'
import type { Ref } from '#server/api/openapi-schemas.ts'

type Json = Record<string, unknown>

const headerNamed = (description: string): Json => ({ description, schema: { type: 'string' } })

export const headerComponents: Record<string, Json> = {
  AcceptPatch: headerNamed('The one media type that patches have'),
  ContentDisposition: headerNamed('That it is to be saved, and under which name'),
  ETag: headerNamed('Version of what is answered; the same text as its `etag`'),
  IdempotencyReplayed: headerNamed('`true` when the answer of an earlier request with the same key is given again'),
  Location: headerNamed('Where the new resource is'),
  RequestId: headerNamed('Names the request in the log'),
  RetryAfter: { description: 'Seconds to wait', schema: { type: 'integer' } },
}

const headerRef = (name: string): Ref => ({ $ref: `#/components/headers/${name}` })

const problems: Record<number, [name: string, description: string, headers?: Record<string, Ref>]> = {
  400: ['BadRequest', 'Not parseable, or a bad or unknown parameter'],
  401: ['Unauthorized', 'Nobody is signed in, or the session has expired'],
  403: ['Forbidden', 'A permission is missing, or the record takes no changes'],
  404: ['NotFound', 'There is no such thing, or the person may not see it'],
  406: ['NotAcceptable', 'There are no event streams here; ask for JSON'],
  409: ['Conflict', 'Conflicts with the state of other records', { 'Retry-After': headerRef('RetryAfter') }],
  410: ['Gone', 'The position is too old, or the file is no longer kept: begin anew'],
  412: ['PreconditionFailed', 'Changed meanwhile; holds the current resource', { ETag: headerRef('ETag') }],
  413: ['ContentTooLarge', 'The body is larger than 1 MiB, or than its description says'],
  415: ['UnsupportedMediaType', 'The body is of another type', { 'Accept-Patch': headerRef('AcceptPatch') }],
  422: ['UnprocessableContent', 'Values that are not valid, or a key that was used for another request'],
  428: ['PreconditionRequired', '`If-Match` is missing'],
  429: ['TooManyRequests', 'Too many requests', { 'Retry-After': headerRef('RetryAfter') }],
  500: ['InternalError', 'Something went wrong on our side'],
  503: ['Unavailable', 'Temporarily unavailable', { 'Retry-After': headerRef('RetryAfter') }],
}

export const problemComponents: Record<string, Json> = Object.fromEntries(
  Object.values(problems).map(([name, description, headers]) => [
    name,
    {
      description,
      headers: { 'X-Request-Id': headerRef('RequestId'), ...headers },
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]),
)

/** The statuses with which an endpoint may refuse. */
function problemStatuses(endpoint: Endpoint): number[] {
  const isWrite = endpoint.method !== 'GET'
  const isSignedIn = endpoint.access !== 'public'
  const applies: Record<number, boolean> = {
    400: true,
    401: isSignedIn || endpoint.body !== undefined,
    403: isWrite || (isSignedIn && endpoint.access !== 'signedIn'),
    404: endpoint.path.includes('{'),
    406: endpoint.streams !== undefined,
    409: isWrite && isSignedIn,
    410: endpoint.streams !== undefined || endpoint.expires,
    412: endpoint.ifMatch || endpoint.conditional,
    413: isWrite,
    415: endpoint.body !== undefined,
    422: endpoint.body !== undefined || endpoint.upload !== null || endpoint.idempotency !== 'none',
    428: endpoint.ifMatch,
    429: true,
    500: true,
    503: true,
  }
  return Object.keys(problems)
    .map(Number)
    .filter((status) => applies[status])
}

const descriptions: Record<string, string> = {
  200: 'As asked',
  201: 'Created',
  202: 'Accepted',
  204: 'Done; there is nothing to show',
}

/** The other form of an answer that may be a stream. */
const streamOf = ({ streams }: Endpoint, refOf: (schema: Schema) => Ref): Json =>
  streams === undefined
    ? {}
    : {
        'text/event-stream': {
          schema: { type: 'string', description: 'The `data` of each event is JSON, see `x-event`' },
          'x-event': refOf(streams),
        },
      }

function filesOf({ download }: Endpoint): Json {
  if (!download) return {}
  return {
    content: Object.fromEntries(download.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
  }
}

/** All answers of an endpoint by status. */
export function responsesOf(endpoint: Endpoint, refOf: (schema: Schema | null | undefined) => Ref): Json {
  const isRevalidated = endpoint.method === 'GET' && (endpoint.versioned || endpoint.cacheable)
  const headers = {
    'X-Request-Id': headerRef('RequestId'),
    ...(endpoint.versioned || endpoint.cacheable ? { ETag: headerRef('ETag') } : {}),
    ...(endpoint.idempotency === 'none' ? {} : { 'Idempotency-Replayed': headerRef('IdempotencyReplayed') }),
  }
  const successes = Object.entries(endpoint.responses).map(([status, schema]) => [
    status,
    {
      description: descriptions[status],
      headers: {
        ...headers,
        ...(status === '201' ? { Location: headerRef('Location') } : {}),
        ...(endpoint.download ? { 'Content-Disposition': headerRef('ContentDisposition') } : {}),
      },
      ...(schema
        ? { content: { 'application/json': { schema: refOf(schema) }, ...streamOf(endpoint, refOf) } }
        : filesOf(endpoint)),
    },
  ])
  const refusals = problemStatuses(endpoint).map((status) => [
    String(status),
    { $ref: `#/components/responses/${problems[status]?.[0]}` },
  ])
  return Object.fromEntries([
    ...successes,
    ...(isRevalidated ? [['304', { description: 'Still current', headers }]] : []),
    ...refusals,
  ]) as Json
}
