import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OrderValue } from '#/contract/orders.ts'
import { aCart, aCustomer, aScope, aStaffMember, anOrder } from '#tests/builders.ts'
import type { Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

const buyer = aCustomer({ firstName: 'Ada' })
const other = aCustomer({ firstName: 'Bo' })

const monthsAgo = (count: number, day = 10) => {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count, day)).toISOString()
}
const placed = (count: number, totalMinor: number | null, over: Partial<Parameters<typeof anOrder>[1]> = {}) =>
  anOrder(buyer, { createdAt: monthsAgo(count), totalMinor, currency: 'USD', scopeId: 'east', ...over })

const orders = [
  placed(1, 1000),
  placed(1, 250, { createdAt: monthsAgo(0, 1).replace(/T.*/, 'T00:00:00.000Z') }),
  placed(1, -100),
  placed(1, 7000, { currency: 'JPY' }),
  placed(1, 40, { currency: null }),
  placed(1, 60, { currency: null, scopeId: 'gone' }),
  placed(1, 5, { scopeId: 'west' }),
  placed(3, null),
  placed(3, 999, { statusClass: 'canceled', statusCode: 'Canceled' }),
  placed(3, 999, { kind: 'recurring' }),
  placed(23, 11, { createdAt: monthsAgo(23, 1).replace(/T.*/, 'T00:00:00.000Z') }),
  placed(24, 12, { createdAt: monthsAgo(24, 28) }),
  anOrder(other, { createdAt: monthsAgo(1), totalMinor: 1, currency: 'USD' }),
]

const month = (count: number) => monthsAgo(count).slice(0, 7)

describe.each(targets)('order values on $name', ({ open }) => {
  let target: Target
  let admin: Client
  beforeAll(async () => {
    target = await open()
    admin = target.as('systemAdministrator')
    await target.insert({
      scopes: [aScope({ id: 'east', currency: 'EUR' }), aScope({ id: 'west' })],
      customers: [buyer, other],
      orders,
    })
  })
  afterAll(async () => target.close())

  const values = async (id: string, client = admin) =>
    (await client.get<{ items: OrderValue[] }>(`/customers/${id}/order-values`)).body.items

  it('adds up each month and currency of the last 24 months, never one currency to another', async () => {
    expect(await values(buyer.id)).toEqual([
      { month: month(23), currency: 'USD', total: 11, count: 1 },
      { month: month(1), currency: 'EUR', total: 40, count: 1 },
      { month: month(1), currency: 'JPY', total: 7000, count: 1 },
      { month: month(1), currency: 'USD', total: 905, count: 3 },
      { month: month(0), currency: 'USD', total: 250, count: 1 },
    ])
  })

  it('leaves out scopes that the person does not see, and says that it does', async () => {
    const client = target.as(aStaffMember({ username: 'west', scopeIds: ['west'] }))
    expect(await values(buyer.id, client)).toEqual([{ month: month(1), currency: 'USD', total: 5, count: 1 }])
    const cart = aCart(other, { scopeId: 'east' })
    await target.insert({
      carts: [cart, aCart(buyer, { scopeId: 'east', status: 'ordered' }), aCart(buyer, { scopeId: 'west' })],
    })
    const hidden = async (id: string, asker: Client) => (await asker.get(`/customers/${id}/hidden-rows`)).body
    expect(await hidden(buyer.id, client)).toEqual({ orders: true, carts: false })
    expect(await hidden(buyer.id, admin)).toEqual({ orders: false, carts: false })
  })

  it('knows nothing of customers that are not there', async () => {
    expect((await admin.get('/customers/nobody/order-values')).status).toBe(404)
    expect((await admin.get('/customers/nobody/hidden-rows')).status).toBe(404)
  })
})
