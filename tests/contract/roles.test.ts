import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Endpoint } from '#/contract/endpoint.ts'
import { endpoints } from '#/contract/endpoints.ts'
import type { EndpointName } from '#/contract/endpoints.ts'
import type { Problem } from '#/contract/problem.ts'
import { roles } from '#/contract/permissions.ts'
import type { Role } from '#/contract/permissions.ts'
import type { CollectionName } from '#server/store/rows.ts'
import { aStaffMember } from '#tests/builders.ts'
import { send } from '#tests/contract/send.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'
import { aWorld } from '#tests/contract/world.ts'

const table = Object.entries(endpoints) as [EndpointName, Endpoint][]

/** The table of permissions as the contract draws it, written down a second time on purpose. */
const allowed: Record<string, readonly Role[]> = {
  'customer:read': roles,
  'customer:create': ['systemAdministrator', 'customerService', 'salesAgent'],
  'customer:status': ['systemAdministrator', 'customerService'],
  'customer:write': ['systemAdministrator', 'customerService', 'salesAgent'],
  'payment:manage': ['systemAdministrator', 'customerService', 'finance'],
  'metadata:write': ['systemAdministrator'],
  'customer:anonymize': ['systemAdministrator'],
  'staff:manage': ['systemAdministrator'],
  'audit:read': ['systemAdministrator'],
  'pii:reveal': ['systemAdministrator', 'customerService'],
  'billing:read': roles,
  'billing:write': ['systemAdministrator', 'finance'],
  'delegate:write': ['systemAdministrator', 'customerService'],
  'case:write': ['systemAdministrator', 'customerService', 'salesAgent'],
  'note:write': roles,
  signedIn: roles,
  public: roles,
}

async function ask(...request: Parameters<typeof send>) {
  const response = await send(...request)
  return { status: response.status, text: await response.text() }
}

describe.each(targets)('permissions on $name', ({ open }) => {
  let target: Target
  /** For whatever changes nothing. */
  let untouched: ReturnType<typeof aWorld>
  /** Of a scope that the stranger does not see. */
  let hidden: ReturnType<typeof aWorld>
  beforeAll(async () => {
    target = await open()
    untouched = await freshWorld()
    hidden = await freshWorld()
    await target.store.transaction(async (transaction) => {
      await transaction.update('customers', hidden.customer.id, { scopeIds: ['north'] })
    })
  })
  afterAll(async () => target.close())

  async function freshWorld(role?: Role) {
    const world = aWorld(role && target.actorOf(role))
    await target.insert(world.rows)
    return world
  }

  /** The rows of a world as they are now, and how much there is of everything. */
  async function stateOf(world: ReturnType<typeof aWorld>) {
    const { store } = target
    const rows = Object.entries(world.rows).map(async ([collection, some]) =>
      store.getMany(
        collection as CollectionName,
        some.map(({ id }) => id),
      ),
    )
    const counts = (
      [
        'activities',
        'idempotencyKeys',
        'customers',
        'statusChanges',
        'outbox',
        'addresses',
        'organizations',
        'lookups',
        'notes',
        'files',
        'cases',
        'contacts',
        'jobs',
      ] as const
    ).map(async (collection) => store.count(collection, undefined, 1_000_000))
    return [await Promise.all(rows), await Promise.all(counts)]
  }

  const guarded = table.filter(([, { access }]) => access !== 'public')
  const ofOneCustomer = table.filter(
    ([, { path }]) =>
      path.startsWith('/customers/{id}') || /^\/(orders|carts|cases|invoices|subscriptions)\/\{/.test(path),
  )
  const mayNot = (endpoint: Endpoint) => roles.filter((role) => !allowed[endpoint.access]?.includes(role))

  describe('refused', () => {
    let before: unknown[]
    const states = async () => [await stateOf(untouched), await stateOf(hidden)]
    beforeAll(async () => {
      before = await states()
    })

    it.each(guarded)('without a session: %s', async (name, endpoint) => {
      const nobody = await ask(target.anonymous, endpoint, untouched.requests[name])
      expect(nobody).toMatchObject({ status: 401, text: expect.stringContaining('/problems/unauthenticated') })
      const expired = await ask(target.expired, endpoint, untouched.requests[name])
      expect(expired).toMatchObject({ status: 401, text: expect.stringContaining('/problems/session-expired') })
    })

    it.each(table.filter(([, endpoint]) => mayNot(endpoint).length > 0))(
      'to those who may not: %s',
      async (name, endpoint) => {
        for (const role of mayNot(endpoint)) {
          const { status, text } = await ask(target.as(role), endpoint, untouched.requests[name])
          const { type, requiredPermission } = (status < 300 ? {} : JSON.parse(text)) as Partial<Problem>
          const refusal = { status: 403, type: '/problems/forbidden', requiredPermission: endpoint.access }
          expect({ role, status, type, requiredPermission }).toEqual({ role, ...refusal })
        }
      },
    )

    it.each(ofOneCustomer)('of other scopes: %s', async (name, endpoint) => {
      const stranger = aStaffMember({ username: `south ${name}`, scopeIds: ['south', 'global'] })
      const { status } = await ask(target.as(stranger), endpoint, hidden.requests[name])
      expect(status).toBe(404)
    })

    it('nothing of all that has changed anything', async () => {
      expect(await states()).toEqual(before)
    })
  })

  it.each(table)('lets those do %s who may', async (name, endpoint) => {
    for (const role of allowed[endpoint.access] ?? []) {
      // A job is seen by whoever asked for it.
      const isOwn = endpoint.method !== 'GET' || endpoint.path.startsWith('/jobs')
      const world = isOwn ? await freshWorld(role) : untouched
      const { status, text } = await ask(target.as(role), endpoint, world.requests[name])
      expect({ role, answer: status < 300 ? 'granted' : text }).toEqual({ role, answer: 'granted' })
    }
  })
})
