import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '#/contract/common.ts'
import type { Problem } from '#/contract/problem.ts'
import type { SavedPayment } from '#/contract/saved-payments.ts'
import { aCustomer, aSavedPayment, anOrder, anOrderDetail } from '#tests/builders.ts'
import type { Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

describe.each(targets)('saved payments on $name', ({ open }) => {
  let target: Target
  let agent: Client
  beforeAll(async () => {
    target = await open()
    agent = target.as('finance')
  })
  afterAll(async () => target.close())

  async function owner(...payments: Partial<Parameters<typeof aSavedPayment>[0]>[]) {
    const customer = aCustomer()
    const rows = payments.map((payment) => aSavedPayment({ ...payment, customerId: customer.id }))
    await target.insert({ customers: [customer], savedPayments: rows })
    const at = `/customers/${customer.id}/saved-payments`
    return {
      customer,
      at,
      ids: rows.map(({ id }) => id),
      list: async (query = '') => (await agent.get<Page<SavedPayment>>(`${at}${query}`)).body.items,
    }
  }
  const card = (expiryMonth: number, expiryYear: number) => ({
    brand: 'visa',
    mask: '•••• 1',
    holder: null,
    expiryMonth,
    expiryYear,
  })

  it('derives the status from the clock, and filters by it', async () => {
    const { list } = await owner(
      { label: 'fine', card: card(12, 2030), addedAt: '2026-01-01T00:00:00.000Z' },
      { label: 'soon', card: card(12, 2026), addedAt: '2026-03-01T00:00:00.000Z' },
      { label: 'over', card: card(10, 2026), addedAt: null },
      { label: 'off', enabled: false, addedAt: '2026-02-01T00:00:00.000Z' },
    )
    const shown = async (query = '') => (await list(query)).map(({ label, status }) => `${label} ${status}`)
    expect(await shown()).toEqual(['soon expiringSoon', 'off disabled', 'fine active', 'over expired'])
    expect(await shown('?sort=addedAt')).toEqual(['fine active', 'off disabled', 'soon expiringSoon', 'over expired'])
    expect(await shown('?status=expired&status=disabled')).toEqual(['off disabled', 'over expired'])
  })

  it('has one default for each provider', async () => {
    const { at, ids, list, customer } = await owner({ isDefault: true }, {}, { provider: 'PayPal', isDefault: true })
    await agent.patch(`${at}/${ids[1]}`, { isDefault: true }, { ifMatch: '"1"' })
    const after = new Map((await list()).map((payment) => [payment.id, [payment.isDefault, payment.etag]]))
    expect(ids.map((id) => after.get(id))).toEqual([
      [false, '"2"'],
      [true, '"2"'],
      [true, '"1"'],
    ])
    const { rows } = await target.store.find('activities', {
      where: { op: 'in', field: 'customerId', values: [customer.id] },
    })
    expect(rows).toMatchObject([
      { kind: 'paymentMethodDefaultChanged', group: 'paymentMethods', data: { noLongerDefault: [ids[0]] } },
    ])
  })

  it('removes one in use only when told to', async () => {
    const { at, ids, customer, list } = await owner({})
    const order = anOrder(customer, { number: 'R-1', kind: 'recurring', statusClass: 'open' })
    await target.insert({ orders: [order], orderDetails: [anOrderDetail(order, { savedPaymentIds: ids })] })
    const refused = await agent.remove<Problem>(`${at}/${ids[0]}`, { ifMatch: '*' })
    expect([refused.status, refused.body.usedBy]).toEqual([409, [{ type: 'recurring', id: order.id, label: 'R-1' }]])
    expect((await agent.remove(`${at}/${ids[0]}?force=true`, { ifMatch: '"1"' })).status).toBe(204)
    expect(await list()).toEqual([])
    expect((await agent.remove(`${at}/${ids[0]}?force=true`, { ifMatch: '"1"' })).status).toBe(404)
  })
})
