import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BillingInfo } from '#/contract/billing-info.ts'
import type { Page } from '#/contract/common.ts'
import type { InstalmentFacets, InstalmentPurchase } from '#/contract/instalment-purchases.ts'
import type { Invoice, InvoiceListItem } from '#/contract/invoices.ts'
import type { Payment } from '#/contract/payments.ts'
import type { SavedPayment } from '#/contract/saved-payments.ts'
import type { Subscription, SubscriptionFacets } from '#/contract/subscriptions.ts'
import { aPayment, aSubscription, anInstalmentPurchase, anInvoice } from '#tests/billing-builders.ts'
import { aCustomer, aSavedPayment, anAddress } from '#tests/builders.ts'
import { refusal } from '#tests/contract/client.ts'
import type { Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

describe.each(targets)('billing on $name', ({ open }) => {
  let target: Target
  let finance: Client
  beforeAll(async () => {
    target = await open()
    finance = target.as('finance')
  })
  afterAll(async () => target.close())

  async function owner() {
    const customer = aCustomer()
    await target.insert({ customers: [customer] })
    return { customerId: customer.id, at: `/customers/${customer.id}` }
  }
  const money = (amountMinor: number, currency = 'CAD') => ({ amountMinor, currency })

  it('starts with the usual terms, and keeps what finance agrees on', async () => {
    const { at, customerId } = await owner()
    const path = `${at}/billing-info`
    const { body } = await target.as('salesAgent').get<BillingInfo>(path)
    expect(body).toMatchObject({ etag: '"0"', billingDay: null, lateFee: 'inherit', autoPay: { enabled: false } })
    const patch = { billingDay: 31, cycle: { kind: 'months', months: 3 }, creditLimit: money(5000), taxRate: 14.975 }
    const changed = await finance.patch<BillingInfo>(path, patch, { ifMatch: '"0"' })
    expect(changed.body).toMatchObject({ ...patch, etag: '"1"' })
    expect(
      (await finance.patch<BillingInfo>(path, { cycle: { kind: 'anniversary' } }, { ifMatch: '"1"' })).body.cycle,
    ).toEqual({
      kind: 'anniversary',
      months: null,
    })
    await finance.patch(path, { billingDay: 15 }, { ifMatch: '"2"' })
    const where = { op: 'in', field: 'customerId', values: [customerId] } as const
    const { rows } = await target.store.find('activities', { where, sort: [{ field: 'id' }] })
    expect(rows.map(({ kind }) => kind)).toEqual(['billingTermsChanged', 'billingTermsChanged', 'billingDateChanged'])
    expect(rows.at(-1)?.changes).toEqual([{ field: 'billingDay', from: 31, to: 15 }])
    expect((await target.as('salesAgent').patch(path, { billingDay: 1 }, { ifMatch: '*' })).status).toBe(403)
    const errors = async (broken: object) => refusal(await finance.patch(path, broken, { ifMatch: '*' })).errors
    expect(await errors({ billingDay: 32 })).toEqual(['/billingDay: too-big'])
    expect(await errors({ cycle: { kind: 'months' } })).toEqual(['/cycle/months: required'])
    expect(await errors({ cycle: { kind: 'months', months: 37 } })).toEqual(['/cycle/months: too-big'])
    expect(await errors({ creditLimit: money(-1) })).toEqual(['/creditLimit/amountMinor: too-small'])
  })

  it('draws from a method that can be charged, until it is gone', async () => {
    const { at, customerId } = await owner()
    const { customerId: other } = await owner()
    const saved = (over: object) => aSavedPayment({ customerId, ...over })
    const card = saved({})
    const expired = saved({ card: { ...card.card, expiryYear: 2020 } })
    const wallet = saved({ kind: 'paypal', card: null })
    const foreign = aSavedPayment({ customerId: other })
    await target.insert({ savedPayments: [card, expired, wallet, foreign] })
    const path = `${at}/billing-info`
    const enable = async (savedPaymentId: string | null) =>
      await finance.patch<BillingInfo>(path, { autoPay: { enabled: true, savedPaymentId } }, { ifMatch: '*' })
    for (const [id, code] of [
      [null, 'required'],
      [foreign.id, 'not-found'],
      [expired.id, 'expired'],
      [wallet.id, 'not-drawable'],
    ] as const) {
      expect(refusal(await enable(id)).errors).toEqual([`/autoPay/savedPaymentId: ${code}`])
    }
    expect((await enable(card.id)).body.autoPay).toEqual({ enabled: true, savedPaymentId: card.id, notBefore: null })
    const { body } = await finance.get<Page<SavedPayment>>(`${at}/saved-payments`)
    expect(body.items.find(({ id }) => id === card.id)?.usedBy).toMatchObject([{ type: 'automatedPayment' }])
    const remove = `${at}/saved-payments/${card.id}`
    expect((await finance.remove(remove, { ifMatch: '*' })).status).toBe(409)
    expect((await finance.remove(`${remove}?force=true`, { ifMatch: '*' })).status).toBe(204)
    expect((await finance.get<BillingInfo>(path)).body.autoPay).toMatchObject({ enabled: false, savedPaymentId: null })
  })

  it('says of each invoice what is payable and what is overdue', async () => {
    const { at, customerId } = await owner()
    const invoice = (note: string, over: object) => anInvoice({ customerId, note, currency: 'CAD', ...over })
    await target.insert({
      invoices: [
        invoice('a', { totalMinor: 900, disputedMinor: 200, onPlanMinor: 300, dueAt: '2026-11-21' }),
        invoice('b', { totalMinor: 100, disputedMinor: 100, onPlanMinor: 50, dueAt: '2026-11-22' }),
        invoice('c', { totalMinor: 100, outstandingMinor: 0, dueAt: '2026-01-01' }),
        invoice('d', { state: 'pending', dueAt: '2026-01-01' }),
      ],
    })
    const { items } = (await finance.get<Page<InvoiceListItem>>(`${at}/invoices?sort=dueAt`)).body
    const of = (total: number) => items.filter((item) => item.total.amountMinor === total)
    expect(of(900)).toMatchObject([{ payable: money(400), finalOutstanding: money(700), overdue: true }])
    // Below zero is a credit, and is shown as one.
    expect(of(100).map(({ payable, overdue }) => [payable.amountMinor, overdue])).toEqual([
      [0, false],
      [-50, false],
    ])
    const count = async (query: string) =>
      (await finance.get<Page<InvoiceListItem>>(`${at}/invoices?${query}`)).body.items.length
    expect(
      await Promise.all(['overdue=true', 'overdue=false', 'state=pending', 'state=approved&state=pending'].map(count)),
    ).toEqual([1, 3, 1, 4])
    const paged = (await finance.get<Page<InvoiceListItem>>(`${at}/invoices?sort=dueAt&limit=2`)).body
    const rest = `${at}/invoices?sort=dueAt&limit=2&cursor=${encodeURIComponent(paged.next ?? '')}`
    expect((await finance.get<Page<InvoiceListItem>>(rest)).body.items.map(({ id }) => id)).toEqual(
      items.slice(2).map(({ id }) => id),
    )
  })

  it('adds a pending invoice, and prints an approved one', async () => {
    const { at, customerId } = await owner()
    await target.insert({ addresses: [anAddress({ customerId, isPreferredBilling: true, city: 'Gatineau' })] })
    const lines = [
      { description: 'Beans', quantity: 2.5, unitPriceMinor: 333 },
      { description: 'Postage', quantity: 1, unitPriceMinor: 500 },
    ]
    const { status, body } = await finance.post<Invoice>(`${at}/invoices`, {
      currency: 'CAD',
      lines,
      dueAt: '2026-12-24',
    })
    expect([status, body]).toMatchObject([
      201,
      {
        state: 'pending',
        total: money(1333),
        outstanding: money(1333),
        hasDocument: false,
        billingAddress: { city: 'Gatineau' },
      },
    ])
    expect((await finance.get(`/invoices/${body.id}/document`)).status).toBe(404)
    expect((await target.as('customerService').post(`${at}/invoices`, { currency: 'CAD', lines })).status).toBe(403)

    const names = { description: 'Käse — 珈琲 ☕', quantity: 1, unitPrice: money(500), total: money(500) }
    const printed = anInvoice({ customerId, lines: Array.from({ length: 80 }, () => names), note: 'Merci\nà bientôt' })
    await target.insert({ invoices: [printed] })
    const response = await finance.request(`/invoices/${printed.id}/document`)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toContain(`${printed.number}.pdf`)
    const text = new TextDecoder('latin1').decode(await response.arrayBuffer())
    expect([text.slice(0, 5), text.length > 1000]).toEqual(['%PDF-', true])
  })

  it('lists payments with both days and where they went', async () => {
    const { at, customerId } = await owner()
    const invoice = anInvoice({ customerId })
    const allocations = [
      { invoiceId: invoice.id, amountMinor: 60 },
      { invoiceId: 'gone', amountMinor: 40 },
    ]
    await target.insert({
      invoices: [invoice],
      payments: [
        aPayment({ customerId, paidOn: '2026-05-01', processedOn: '2026-05-04', allocations }),
        aPayment({ customerId, paidOn: '2026-06-01', processedOn: null, status: 'pending' }),
      ],
    })
    const { items } = (await finance.get<Page<Payment>>(`${at}/payments`)).body
    expect(items).toMatchObject([
      { paidOn: '2026-06-01', processedOn: null },
      {
        paidOn: '2026-05-01',
        processedOn: '2026-05-04',
        allocations: [
          { invoiceNumber: invoice.number, amount: money(60) },
          { invoiceNumber: null, amount: money(40) },
        ],
      },
    ])
    expect(
      (await finance.get<Page<Payment>>(`${at}/payments?paidFrom=2026-05-01&paidTo=2026-06-01`)).body.items,
    ).toHaveLength(1)
  })

  it('filters what the customer has, and says which values occur', async () => {
    const { at, customerId } = await owner()
    const make = (name: string, over: object) => aSubscription({ customerId, name, ...over })
    await target.insert({
      subscriptions: [
        make('Coffee Club', { startedAt: '2026-01-01T00:00:00.000Z' }),
        make('Tea Pass', { type: 'accessPass', discounted: true, startedAt: '2026-02-01T00:00:00.000Z' }),
        make('Old Club', { status: 'expired', startedAt: '2025-01-01T00:00:00.000Z' }),
      ],
    })
    type Answer = Page<Subscription> & { facets?: SubscriptionFacets }
    const names = async (query: string) =>
      (await finance.get<Answer>(`${at}/subscriptions?${query}`)).body.items.map(({ name }) => name)
    expect(await names('')).toEqual(['Tea Pass', 'Coffee Club', 'Old Club'])
    expect(await names('q=club&status=active')).toEqual(['Coffee Club'])
    expect(await names('type=accessPass')).toEqual(['Tea Pass'])
    expect(await names('discounted=true')).toEqual(['Tea Pass'])
    expect(await names('startedFrom=2026-01-01&startedTo=2026-02-01')).toEqual(['Coffee Club'])
    expect(await names('sort=name')).toEqual(['Coffee Club', 'Old Club', 'Tea Pass'])
    expect((await finance.get<Answer>(`${at}/subscriptions?facets=true&type=accessPass`)).body.facets).toEqual({
      types: [
        { value: 'subscription', count: 2 },
        { value: 'accessPass', count: 1 },
      ],
      statuses: [
        { value: 'active', count: 2 },
        { value: 'expired', count: 1 },
      ],
      discounted: 1,
    })
  })

  it('say of instalment purchases how they stand, whatever is filtered', async () => {
    const { at, customerId } = await owner()
    const make = (productName: string, over: object) => anInstalmentPurchase({ customerId, productName, ...over })
    await target.insert({
      instalmentPurchases: [
        make('Roaster', { purchasedAt: '2026-03-01T00:00:00.000Z' }),
        make('Kettle', { status: 'incomplete', purchasedAt: '2026-02-01T00:00:00.000Z' }),
        make('Grinder', { purchasedAt: '2026-01-01T00:00:00.000Z' }),
      ],
    })
    type Answer = Page<InstalmentPurchase> & { facets?: InstalmentFacets }
    const read = async (query: string) => (await finance.get<Answer>(`${at}/instalment-purchases?${query}`)).body
    const filtered = await read('status=incomplete&facets=true')
    expect(filtered.items.map(({ product }) => product.name)).toEqual(['Kettle'])
    expect(filtered.facets).toEqual({
      statuses: [
        { value: 'inProgress', count: 2 },
        { value: 'incomplete', count: 1 },
      ],
    })
    expect(await read('')).not.toHaveProperty('facets')
  })
})
