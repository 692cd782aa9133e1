import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CartListItem } from '#/contract/carts.ts'
import type { Page } from '#/contract/common.ts'
import type { Order, OrderListItem } from '#/contract/orders.ts'
import { aCart, aCustomer, aSavedPayment, aScope, aStaffMember, anOrder, anOrderDetail } from '#tests/builders.ts'
import type { Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

const [ada, bo] = [aCustomer({ firstName: 'Ada' }), aCustomer({ firstName: 'Bo', scopeIds: ['west'] })]
const classes = ['open', 'inProgress', 'completed', 'canceled', 'attention'] as const

const orders = Array.from({ length: 40 }, (_, index) =>
  anOrder(index % 4 === 0 ? bo : ada, {
    number: `00${100 + (index % 37)}`,
    kind: (['current', 'past', 'recurring'] as const)[index % 3] ?? 'current',
    scopeId: ['east', 'west', 'gone'][index % 3] ?? 'east',
    statusCode: ['New', 'Shipped', 'Odd'][index % 3] ?? 'New',
    statusClass: classes[index % 5] ?? 'open',
    totalMinor: index % 6 === 0 ? null : (index % 9) * 100 - 200,
    currency: index % 5 === 0 ? null : 'JPY',
    createdAt: `2026-0${1 + (index % 3)}-01T00:00:00.000Z`,
    needsAttention: index % 7 === 0,
  }),
)

/** What counts: the order's own currency, else that of its scope where that is known. */
const currencyOf = ({ currency, scopeId }: (typeof orders)[number]) => currency ?? { east: 'USD', west: 'CAD' }[scopeId]

describe.each(targets)('orders and carts on $name', ({ open }) => {
  let target: Target
  let admin: Client
  beforeAll(async () => {
    target = await open()
    admin = target.as('systemAdministrator')
    await target.insert({
      scopes: [aScope({ id: 'east', name: 'East', currency: 'USD' }), aScope({ id: 'west', currency: 'CAD' })],
      customers: [ada, bo],
      orders,
      orderDetails: orders.slice(0, 5).map((order) => anOrderDetail(order, { messages: ['late'] })),
    })
  })
  afterAll(async () => target.close())

  const list = async (query: string, client = admin) =>
    (await client.get<Page<OrderListItem>>(`/orders?limit=200${query}`)).body
  const idsOf = async (query: string, client = admin) => (await list(query, client)).items.map(({ id }) => id)
  const sorted = (ids: string[]) => ids.toSorted((a, b) => (a < b ? -1 : 1))

  it.each(['createdAt', 'number', 'total', 'status'])('walks all orders by %s, each once', async (sort) => {
    for (const order of [sort, `-${sort}`]) {
      const all = await idsOf(`&sort=${order}`)
      const walked: string[] = []
      let cursor: string | undefined
      do {
        const { body } = await admin.get<Page<OrderListItem>>(
          `/orders?limit=7&sort=${order}${cursor ? `&cursor=${cursor}` : ''}`,
        )
        walked.push(...body.items.map(({ id }) => id))
        cursor = body.next
      } while (cursor)
      expect(walked).toEqual(all)
      expect(new Set(walked).size).toBe(orders.length)
    }
  })

  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
  const filters = fc.record({
    customerId: maybe(fc.constantFrom(ada.id, bo.id)),
    class: maybe(fc.constantFrom(...classes)),
    status: maybe(fc.constantFrom('New', 'Odd')),
    scopeId: maybe(fc.constantFrom('east', 'gone')),
    number: maybe(fc.constantFrom('00101', '00130')),
    createdFrom: maybe(fc.constant('2026-02-01')),
    createdTo: maybe(fc.constantFrom('2026-03-01', '2026-03-01T00:00:00.001Z')),
    currency: maybe(fc.constantFrom('JPY', 'USD')),
    totalMin: maybe(fc.constantFrom(-100, 0)),
    totalMax: maybe(fc.constantFrom(300, 400)),
    needsAttention: maybe(fc.boolean()),
  })

  it('filters as the model does', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (wanted) => {
        const query = Object.entries(wanted).flatMap(([name, value]) =>
          value === undefined ? [] : `&${name}=${value}`,
        )
        const model = orders.filter(
          (order) =>
            (wanted.customerId ?? order.customerId) === order.customerId &&
            (wanted.class ?? order.statusClass) === order.statusClass &&
            (wanted.status ?? order.statusCode) === order.statusCode &&
            (wanted.scopeId ?? order.scopeId) === order.scopeId &&
            (wanted.number ?? order.number) === order.number &&
            (wanted.currency ?? currencyOf(order)) === currencyOf(order) &&
            (wanted.needsAttention ?? order.needsAttention) === order.needsAttention &&
            (!wanted.createdFrom || Date.parse(order.createdAt) >= Date.parse(wanted.createdFrom)) &&
            (!wanted.createdTo || Date.parse(order.createdAt) < Date.parse(wanted.createdTo)) &&
            (wanted.totalMin === undefined || (order.totalMinor ?? -Infinity) >= wanted.totalMin) &&
            (wanted.totalMax === undefined || (order.totalMinor ?? Infinity) <= wanted.totalMax),
        )
        expect(sorted(await idsOf(query.join('')))).toEqual(sorted(model.map(({ id }) => id)))
      }),
      { numRuns: 50 },
    )
  })

  it('finds orders by number and by customer', async () => {
    expect(await idsOf('&q=00130')).toHaveLength(1)
    expect(await idsOf('&q=number:0013*')).toHaveLength(orders.filter(({ number }) => number.startsWith('0013')).length)
    expect(await idsOf('&q=bo%20class:open')).toHaveLength(
      orders.filter((row, index) => index % 4 === 0 && row.statusClass === 'open').length,
    )
    expect((await admin.get('/orders?q=shoe:4')).status).toBe(400)
  })

  it('lists the newest first, with name and currency of the scope where it is known', async () => {
    const { items } = await list('')
    expect(items.map(({ createdAt }) => createdAt)).toEqual(
      items.map(({ createdAt }) => createdAt).toSorted((a, b) => (a < b ? 1 : -1)),
    )
    const withoutCurrency = items.find(({ id }) => id === orders[15]?.id)
    expect(withoutCurrency).toMatchObject({ scopeName: 'East', total: { amountMinor: 400, currency: 'USD' } })
    expect(items.find(({ id }) => id === orders[5]?.id)).toMatchObject({ scopeName: null, total: null })
  })

  it('shows the orders of one customer by kind', async () => {
    const { body } = await admin.get<Page<OrderListItem>>(
      `/customers/${ada.id}/orders?kind=past&kind=recurring&limit=200&count=true`,
    )
    const model = orders.filter((order) => order.customerId === ada.id && order.kind !== 'current')
    expect(sorted(body.items.map(({ id }) => id))).toEqual(sorted(model.map(({ id }) => id)))
    expect(body.total?.value).toBe(model.length)
    expect(body.items[0]?.customer).toEqual({ id: ada.id, customerNumber: ada.customerNumber, name: 'Ada Park' })
  })

  it('shows one order whole, also one without details', async () => {
    expect((await admin.get<Order>(`/orders/${orders[0]?.id}`)).body).toMatchObject({ messages: ['late'], lines: [] })
    expect((await admin.get<Order>(`/orders/${orders[20]?.id}`)).body).toMatchObject({ messages: [], history: [] })
  })

  it('says why the next order of a schedule may fail', async () => {
    const customer = aCustomer()
    const payment = (over: object) => aSavedPayment({ customerId: customer.id, ...over })
    const card = { brand: 'visa', mask: '•••• 1111', holder: null, expiryMonth: 1, expiryYear: 2020 }
    const [over, off, fine] = [
      payment({ card }),
      payment({ enabled: false }),
      payment({ card: { ...card, expiryYear: 2090 } }),
    ]
    const recurring = { frequency: 'Quarterly', nextAt: null, lastOrderId: null, paused: false }
    const schedules = [
      anOrder(customer, { kind: 'recurring', recurring: { ...recurring, problems: ['productGone'] } }),
      anOrder(customer, { kind: 'recurring', recurring }),
    ]
    await target.insert({
      customers: [customer],
      savedPayments: [over, off, fine],
      orders: schedules,
      orderDetails: schedules.map((order, index) =>
        anOrderDetail(order, { savedPaymentIds: index === 0 ? [over.id, off.id, 'deleted', 'deleted'] : [fine.id] }),
      ),
    })
    const problems = ['productGone', 'paymentExpired', 'paymentDisabled', 'paymentDeleted']
    const { items } = await list(`&customerId=${customer.id}&sort=number`)
    expect(items.map((item) => item.recurring?.problems)).toEqual([problems, []])
    const { body } = await admin.get<Order>(`/orders/${schedules[0]?.id}`)
    expect(body.recurring).toMatchObject({ paused: false, problems })
  })

  it('leaves out what belongs to scopes or customers that the person does not see', async () => {
    const client = target.as(aStaffMember({ username: 'east', scopeIds: ['east'] }))
    const visible = orders.filter((order) => order.scopeId === 'east' && order.customerId === ada.id)
    expect(sorted(await idsOf('', client))).toEqual(sorted(visible.map(({ id }) => id)))
    for (const order of orders) {
      const { status } = await client.get(`/orders/${order.id}`)
      expect(status).toBe(visible.includes(order) ? 200 : 404)
    }
  })

  it('shows carts that hold something and are not orders yet', async () => {
    const customer = aCustomer()
    const carts = [
      aCart(customer, { name: 'light', itemQuantity: 0.25, totalMinor: null, type: 'wishlist' }),
      aCart(customer, { name: 'empty', itemQuantity: 0, lineCount: 0 }),
      aCart(customer, { name: 'ordered', status: 'ordered' }),
      aCart(customer, { name: 'heavy', itemQuantity: 12, totalMinor: 5, scopeId: 'west' }),
    ]
    await target.insert({ customers: [customer], carts })
    const at = `/customers/${customer.id}/carts`
    const names = async (query: string, client = admin) =>
      (await client.get<Page<CartListItem>>(`${at}${query}`)).body.items.map(({ name }) => name)
    expect(await names('?sort=-itemQuantity')).toEqual(['heavy', 'light'])
    expect(await names('?sort=total')).toEqual(['heavy', 'light'])
    expect(await names('?type=wishlist&scopeId=global')).toEqual(['light'])
    expect(await names('', target.as(aStaffMember({ username: 'w', scopeIds: ['west'] })))).toEqual(['heavy'])
    expect((await admin.get<CartListItem>(`/carts/${carts[0]?.id}`)).body).toMatchObject({ total: null, lines: [] })
    expect((await admin.get(`/carts/${carts[2]?.id}`)).status).toBe(404)
  })
})
