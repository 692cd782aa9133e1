import { Hono } from 'hono'
import { holdsCardNumber } from '#/contract/card-number.ts'
import { registerActivities } from '#server/api/activities.ts'
import { registerAddresses } from '#server/api/addresses.ts'
import { registerAlternativeContacts } from '#server/api/alternative-contacts.ts'
import { registerAttributes } from '#server/api/attributes.ts'
import { registerBillingInfo } from '#server/api/billing-info.ts'
import { registerBillingLists } from '#server/api/billing-lists.ts'
import { createRegistry } from '#server/api/call.ts'
import { registerCarts } from '#server/api/carts.ts'
import { registerCases } from '#server/api/cases.ts'
import { registerContacts } from '#server/api/contacts.ts'
import { registerCreateCustomer } from '#server/api/create-customer.ts'
import { registerCustomerStatus } from '#server/api/customer-status.ts'
import { registerCustomerStores } from '#server/api/customer-stores.ts'
import { registerCustomers } from '#server/api/customers.ts'
import { registerChanges } from '#server/api/changes.ts'
import { registerDrafts } from '#server/api/drafts.ts'
import type { ApiDeps } from '#server/api/deps.ts'
import { registerInvoices } from '#server/api/invoices.ts'
import { registerJobs } from '#server/api/jobs.ts'
import { registerMe } from '#server/api/me.ts'
import { registerMemberships } from '#server/api/memberships.ts'
import { registerMetadata } from '#server/api/metadata.ts'
import { registerNotes } from '#server/api/notes.ts'
import { registerOrderValues } from '#server/api/order-values.ts'
import { registerOrders } from '#server/api/orders.ts'
import { registerOrganizations } from '#server/api/organizations.ts'
import { registerOverview } from '#server/api/overview.ts'
import { registerPrivacy } from '#server/api/privacy.ts'
import { ContractBreach, serve } from '#server/api/pipeline.ts'
import type { PreparedRoute, ServedAnswer } from '#server/api/pipeline.ts'
import { registerPresence } from '#server/api/presence.ts'
import { Refusal, notFound, problemOf } from '#server/api/refusal.ts'
import { queryReader } from '#server/api/request-input.ts'
import { registerSavedPayments } from '#server/api/saved-payments.ts'
import { registerService } from '#server/api/service.ts'
import { registerSession } from '#server/api/session.ts'
import { registerStaffAccounts } from '#server/api/staff-accounts.ts'
import { registerStores } from '#server/api/stores.ts'
import { registerSubscriptions } from '#server/api/subscriptions.ts'
import { registerWorkspaces } from '#server/api/workspaces.ts'

const basePath = '/api/v1'

/** Everything below `/api/v1`: the same for the server and for the mock, which differ in their `deps` only. */
export function createApi(deps: ApiDeps): { fetch(request: Request): Promise<Response> } {
  const app = new Hono().basePath(basePath)

  for (const route of routes) {
    app.on(route.endpoint.method, honoPath(route), (context) =>
      respond(deps, context.req.raw, route, () => serve(route, context.req.raw, context.req.param(), deps)),
    )
  }
  for (const [path, allowed] of methodsByPath(routes)) {
    app.all(path, (context) =>
      respond(deps, context.req.raw, undefined, () => {
        throw new Refusal('method-not-allowed', {}, { Allow: allowed.join(', ') })
      }),
    )
  }
  app.notFound((context) =>
    respond(deps, context.req.raw, undefined, () => {
      throw notFound()
    }),
  )
  return { fetch: async (request) => await app.fetch(request) }
}

const resources = [
  registerSession,
  registerMe,
  registerService,
  registerCustomers,
  registerCreateCustomer,
  registerCustomerStatus,
  registerAttributes,
  registerMetadata,
  registerAddresses,
  registerOrganizations,
  registerMemberships,
  registerStores,
  registerCustomerStores,
  registerOrders,
  registerOrderValues,
  registerCarts,
  registerSavedPayments,
  registerDrafts,
  registerWorkspaces,
  registerChanges,
  registerPresence,
  registerActivities,
  registerNotes,
  registerCases,
  registerContacts,
  registerAlternativeContacts,
  registerBillingInfo,
  registerInvoices,
  registerBillingLists,
  registerSubscriptions,
  registerOverview,
  registerPrivacy,
  registerJobs,
  registerStaffAccounts,
]

function prepareRoutes(): PreparedRoute[] {
  const registry = createRegistry()
  for (const register of resources) register(registry)
  return registry.routes.map((route) => Object.assign(route, { readQuery: queryReader(route.endpoint) }))
}

/** Every route of the API; one for each row of the endpoint table. */
export const routes: readonly PreparedRoute[] = prepareRoutes()

const honoPath = ({ endpoint }: PreparedRoute) => endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1')

function methodsByPath(routes: readonly PreparedRoute[]): Map<string, string[]> {
  const methods = new Map<string, string[]>()
  for (const route of routes) {
    const path = honoPath(route)
    const known = methods.get(path) ?? []
    methods.set(path, [...known, ...(route.endpoint.method === 'GET' ? ['GET', 'HEAD'] : [route.endpoint.method])])
  }
  return methods
}

/** Turns refusals into problems, adds what every answer carries and writes the log line. */
async function respond(
  deps: ApiDeps,
  request: Request,
  route: PreparedRoute | undefined,
  work: () => Promise<ServedAnswer> | never,
): Promise<Response> {
  const startedAt = deps.now()
  const requestId = requestIdOf(request)
  let error: unknown
  let answer: ServedAnswer
  try {
    answer = await work()
  } catch (thrown) {
    const refusal = refusalOf(thrown)
    if (refusal.type === 'internal') error = failureOf(thrown)
    const problem = problemOf(refusal, requestId)
    const headers = { 'Content-Type': 'application/problem+json', ...refusal.headers }
    answer = { status: problem.status, headers, body: JSON.stringify(problem) }
  }
  const { pathname } = new URL(request.url)
  deps.log({
    requestId,
    method: request.method,
    path: pathname,
    status: answer.status,
    durationMs: deps.now() - startedAt,
    ...(error === undefined ? {} : { error }),
  })
  const isKept = route?.endpoint.cacheable === true && answer.status < 400
  return new Response(answer.body, {
    status: answer.status,
    headers: {
      'Cache-Control': isKept ? 'private, no-cache' : 'no-store',
      Vary: 'Cookie, Authorization',
      ...answer.headers,
      'X-Request-Id': requestId,
    },
  })
}

/** A caller's own id is kept when it is harmless in a log. */
function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id')
  return given && /^[\w-]{8,64}$/.test(given) && !holdsCardNumber(given) ? given : crypto.randomUUID()
}

const refusalOf = (thrown: unknown) => (thrown instanceof Refusal ? thrown : new Refusal('internal'))

/** What the log may know of a failure: messages of databases quote the values of rows, so only ours are kept. */
function failureOf(thrown: unknown): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { name: typeof thrown }
  return {
    name: thrown.name,
    message: thrown instanceof ContractBreach ? thrown.message : undefined,
    code: 'code' in thrown ? thrown.code : undefined,
    at: thrown.stack
      ?.split('\n')
      .find((line) => line.trimStart().startsWith('at '))
      ?.trim(),
  }
}
