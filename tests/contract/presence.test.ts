import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { presenceMs, type Presence } from '#/contract/presence.ts'
import type { CustomerRow } from '#server/store/rows.ts'
import { aCustomer, aStaffMember } from '#tests/builders.ts'
import { refusal, type Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

describe.each(targets)('who looks at a customer on $name', ({ open }) => {
  let target: Target
  let service: Client
  let sales: Client
  let customer: CustomerRow
  beforeAll(async () => {
    target = await open()
    service = target.as('customerService')
    sales = target.as('salesAgent')
  })
  afterAll(async () => target.close())

  async function aCustomerToLookAt(over: Partial<CustomerRow> = {}) {
    customer = aCustomer(over)
    await target.insert({ customers: [customer] })
    return customer
  }
  const seenBy = async (client: Client, id = customer.id) =>
    (await client.get<{ items: Presence[] }>(`/customers/${id}/presence`)).body.items
  const look = async (client: Client, members: object = {}) =>
    (await client.put('/me/presence', { customerId: customer.id, ...members })).status
  const newsOf = async ({ id }: CustomerRow) => {
    const { rows } = await target.store.find('changes', { where: { op: 'in', field: 'customerId', values: [id] } })
    return rows.map(({ type }) => type)
  }

  it('is shown to the others, with what is being edited', async () => {
    await aCustomerToLookAt()
    expect(await look(service, { section: 'addresses', editing: true, itemId: 'a1' })).toBe(204)
    expect(await seenBy(service)).toEqual([])
    expect(await seenBy(sales)).toEqual([
      {
        staffId: expect.any(String),
        displayName: 'customerService',
        section: 'addresses',
        editing: true,
        itemId: 'a1',
        at: new Date(target.clock.now).toISOString(),
      },
    ])
    expect(await look(service, { customerId: null })).toBe(204)
    expect(await seenBy(sales)).toEqual([])
    expect(await newsOf(customer)).toEqual(['presence.changed', 'presence.changed'])
  })

  it('lasts until a beat is missing twice', async () => {
    await aCustomerToLookAt()
    await look(service)
    target.clock.now += presenceMs
    expect(await seenBy(sales)).toHaveLength(1)
    target.clock.now += 1
    expect(await seenBy(sales)).toEqual([])
    await look(service)
    expect(await seenBy(sales)).toHaveLength(1)
    expect(await newsOf(customer)).toHaveLength(2)
  })

  it('is news when somebody comes, goes on to something else or leaves, not at every beat', async () => {
    const first = await aCustomerToLookAt()
    for (let beat = 0; beat < 3; beat += 1) {
      target.clock.now += 5000
      await look(service, { section: 'account' })
    }
    expect(await newsOf(first)).toHaveLength(1)
    await look(service, { section: 'account', editing: true })
    await look(service, { section: 'orders' })
    expect(await newsOf(first)).toHaveLength(3)
    const second = await aCustomerToLookAt()
    await look(service)
    expect([await newsOf(first), await newsOf(second)].map(({ length }) => length)).toEqual([4, 1])
    expect(await seenBy(sales, first.id)).toEqual([])
  })

  it('names a person once, however many windows', async () => {
    await aCustomerToLookAt()
    await look(service, { windowId: 'w1', section: 'account', editing: true })
    target.clock.now += 1000
    await look(service, { windowId: 'w2', section: 'orders' })
    expect((await seenBy(sales)).map(({ section, editing }) => [section, editing])).toEqual([['account', true]])
    await look(service, { windowId: 'w1', customerId: null })
    expect((await seenBy(sales)).map(({ section }) => section)).toEqual(['orders'])
    await look(sales, { windowId: 'w1' })
    expect((await seenBy(target.as('finance'))).map(({ displayName }) => displayName).toSorted()).toEqual([
      'customerService',
      'salesAgent',
    ])
  })

  it('knows nothing of customers that a person does not see', async () => {
    await aCustomerToLookAt({ scopeIds: ['north'] })
    await look(service)
    const stranger = target.as(aStaffMember({ username: 'south', scopeIds: ['south'] }))
    expect((await stranger.get(`/customers/${customer.id}/presence`)).status).toBe(404)
    const beats = [customer.id, 'nobody'].map(async (customerId) => stranger.put('/me/presence', { customerId }))
    for (const answer of await Promise.all(beats)) {
      expect(refusal(answer)).toEqual({ status: 422, type: 'validation', errors: ['/customerId: not-found'] })
    }
    expect(await seenBy(sales)).toHaveLength(1)
  })

  it('leaves no activity', async () => {
    await aCustomerToLookAt()
    await look(service)
    const where = { op: 'in', field: 'customerId', values: [customer.id] } as const
    expect(await target.store.count('activities', where, 10)).toBe(0)
  })
})
