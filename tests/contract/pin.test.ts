import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '#/contract/endpoints.ts'
import type { EndpointName } from '#/contract/endpoints.ts'
import type { Endpoint } from '#/contract/endpoint.ts'
import { aCustomer } from '#tests/builders.ts'
import { send } from '#tests/contract/send.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'
import { aWorld } from '#tests/contract/world.ts'

const pin = 'PIN-8841-XQ'
const table = Object.entries(endpoints) as [EndpointName, Endpoint][]

describe.each(targets)('the PIN of a customer on $name', ({ open }) => {
  let target: Target
  beforeAll(async () => {
    target = await open()
  })
  afterAll(async () => target.close())

  it('is in no answer, refusal, activity, kept answer or log line, and finds nobody', async () => {
    const admin = target.as('systemAdministrator')
    const world = aWorld()
    await target.insert({
      ...world.rows,
      customers: [{ ...world.customer, pin }, aCustomer({ pin })],
    })
    const texts: string[] = []
    for (const [name, endpoint] of table) {
      const response = await send(admin, endpoint, world.requests[name])
      texts.push(await response.text())
      if (!endpoint.ifMatch) continue
      // What is stale is shown the current record.
      texts.push(await (await send(admin, endpoint, { ...world.requests[name], ifMatch: '"stale"' })).text())
    }
    for (const q of [pin, '8841', `"${pin}"`]) {
      const { body } = await admin.get<{ items: unknown[] }>(`/customers?q=${encodeURIComponent(q)}`)
      expect(body.items).toEqual([])
    }
    for (const collection of ['activities', 'idempotencyKeys', 'outbox', 'statusChanges', 'orders'] as const) {
      texts.push(JSON.stringify((await target.store.find(collection, {})).rows))
    }
    texts.push(JSON.stringify(target.log))
    expect(texts.filter((text) => text.includes('8841'))).toEqual([])
    expect(texts.some((text) => text.includes('"hasPin":true'))).toBe(true)
  })
})
