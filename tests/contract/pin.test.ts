import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '#/contract/endpoints.ts'
import type { EndpointName } from '#/contract/endpoints.ts'
import type { Endpoint } from '#/contract/endpoint.ts'
import { aCustomer } from '#tests/builders.ts'
import { send } from '#tests/contract/send.ts'
import { sealedPin } from '#tests/contract/target.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'
import { aWorld } from '#tests/contract/world.ts'

const pin = 'PIN-8841-XQ'
// Long enough that no random id or time holds it by chance.
const partOfPin = '8841-XQ'
const table = Object.entries(endpoints) as [EndpointName, Endpoint][]

describe.each(targets)('the PIN of a customer on $name', ({ open }) => {
  let target: Target
  beforeAll(async () => {
    target = await open()
  })
  afterAll(async () => target.close())

  it('is in no other answer than that to its revelation, no refusal, activity, kept answer or log line, and finds nobody', async () => {
    const admin = target.as('systemAdministrator')
    const world = aWorld()
    await target.insert({
      ...world.rows,
      customers: [
        { ...world.customer, pin: sealedPin(pin) },
        ...(world.rows.customers ?? []).slice(1),
        aCustomer({ pin: sealedPin(pin) }),
      ],
    })
    const texts: string[] = []
    for (const [name, endpoint] of table) {
      const response = await send(admin, endpoint, world.requests[name])
      // Asked for with a reason, it is in one answer.
      if (name !== 'createPinReveal') texts.push(await response.text())
      if (!endpoint.ifMatch) continue
      // What is stale is shown the current record.
      texts.push(await (await send(admin, endpoint, { ...world.requests[name], ifMatch: '"stale"' })).text())
    }
    for (const q of [pin, partOfPin, `"${pin}"`]) {
      const { body } = await admin.get<{ items: unknown[] }>(`/customers?q=${encodeURIComponent(q)}`)
      expect(body.items).toEqual([])
    }
    for (const collection of ['activities', 'idempotencyKeys', 'outbox', 'statusChanges', 'orders', 'jobs'] as const) {
      texts.push(JSON.stringify((await target.store.find(collection, {})).rows))
    }
    for (const { content } of (await target.store.find('files', {})).rows) texts.push(atob(content))
    texts.push(JSON.stringify(target.log))
    expect(texts.filter((text) => text.includes(partOfPin))).toEqual([])
    expect(texts.some((text) => text.includes('"hasPin":true'))).toBe(true)
  })
})
