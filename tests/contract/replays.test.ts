import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '#/contract/endpoints.ts'
import type { EndpointName } from '#/contract/endpoints.ts'
import type { Endpoint } from '#/contract/endpoint.ts'
import type { Problem } from '#/contract/problem.ts'
import type { Client } from '#tests/contract/client.ts'
import { send } from '#tests/contract/send.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'
import { aWorld } from '#tests/contract/world.ts'

const repeatable = (Object.entries(endpoints) as [EndpointName, Endpoint][]).filter(
  ([, { idempotency }]) => idempotency !== 'none',
)
const required = repeatable.filter(([, { idempotency }]) => idempotency === 'required')

describe.each(targets)('requests sent again on $name', ({ open }) => {
  let target: Target
  let admin: Client
  beforeAll(async () => {
    target = await open()
    admin = target.as('systemAdministrator')
  })
  afterAll(async () => target.close())

  /** Sends a request of a world of its own, each time with the same key unless told otherwise. */
  async function requestOf(name: EndpointName, endpoint: Endpoint) {
    const world = aWorld()
    await target.insert(world.rows)
    const request = world.requests[name]
    const sameKey = crypto.randomUUID()
    return async ({ body = request.body, key = sameKey }: { body?: unknown; key?: string | null } = {}) => {
      const response = await send(admin, endpoint, { ...request, body }, key)
      return {
        status: response.status,
        isReplay: response.headers.get('idempotency-replayed') === 'true',
        etag: response.headers.get('etag'),
        location: response.headers.get('location'),
        text: await response.text(),
      }
    }
  }

  /** How much there is of everything that a request could make twice. */
  const counts = async () =>
    await Promise.all(
      (
        [
          'activities',
          'customers',
          'statusChanges',
          'outbox',
          'addresses',
          'organizations',
          'notes',
          'cases',
          'contacts',
          'invoices',
          'jobs',
        ] as const
      ).map(async (collection) => await target.store.count(collection, undefined, 100_000)),
    )

  it.each(repeatable)('have the effect and the answer of the first: %s', async (name, endpoint) => {
    const ask = await requestOf(name, endpoint)
    const answers = await Promise.all([ask(), ask(), ask()])
    const effects = await counts()
    answers.push(await ask())
    expect(await counts()).toEqual(effects)

    const first = answers.find(({ isReplay }) => !isReplay)
    const replays = answers.filter(({ isReplay }) => isReplay)
    expect(replays).toEqual([1, 2, 3].map(() => Object.assign({}, first, { isReplay: true })))
    expect(first?.status).toBeLessThan(300)
  })

  it.each(required)('need a key, which is for one payload: %s', async (name, endpoint) => {
    const ask = await requestOf(name, endpoint)
    const before = await counts()
    const typeOf = ({ text }: { text: string }) => (JSON.parse(text) as Problem).type
    expect(typeOf(await ask({ key: null }))).toBe('/problems/idempotency-key-missing')
    expect(typeOf(await ask({ key: 'again' }))).toBe('/problems/malformed-request')
    expect(await counts()).toEqual(before)
    if (!endpoint.body) return
    await ask()
    const effects = await counts()
    expect(typeOf(await ask({ body: { unheard: 'of' } }))).toBe('/problems/idempotency-key-reused')
    expect(await counts()).toEqual(effects)
  })
})
