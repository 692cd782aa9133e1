import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardLimits, overviewCards } from '#/contract/overview.ts'
import type { Overview, OverviewCards } from '#/contract/overview.ts'
import type { Me } from '#/contract/me.ts'
import { permissions } from '#/contract/permissions.ts'
import type { ReadCall } from '#server/api/call.ts'
import { cardOf } from '#server/api/overview.ts'
import type { CollectionName, CustomerRow } from '#server/store/rows.ts'
import type { Store } from '#server/store/store.ts'
import { createMemoryStore } from '#mocks/memory-store.ts'
import * as billing from '#tests/billing-builders.ts'
import * as builders from '#tests/builders.ts'
import type { RowsToInsert } from '#tests/builders.ts'
import * as care from '#tests/care-builders.ts'
import { refusal } from '#tests/contract/client.ts'
import type { Client } from '#tests/contract/client.ts'
import { openTarget } from '#tests/contract/target.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

const { aCustomer } = builders

/** So many rows behind each card that shows only some, each a day older than the one before. */
function rowsBehindCards({ id: customerId }: CustomerRow, count: (limit: number) => number): RowsToInsert {
  const rowsOf = <Row>(limit: number, build: (at: string) => Row) =>
    Array.from({ length: count(limit) }, (_, index) => build(new Date(Date.UTC(2026, 5, 30 - index)).toISOString()))
  return {
    alerts: rowsOf(cardLimits.alerts, (sentAt) => care.anAlert({ customerId, sentAt })),
    contacts: rowsOf(cardLimits.contacts, (createdAt) => care.aContact({ customerId, createdAt })),
    subscriptions: rowsOf(cardLimits.subscriptions, (startedAt) => billing.aSubscription({ customerId, startedAt })),
    invoices: [
      ...rowsOf(cardLimits.invoices, (issuedAt) => billing.anInvoice({ customerId, issuedAt })),
      // Newer, but not approved.
      billing.anInvoice({ customerId, issuedAt: '2026-07-01T00:00:00.000Z', state: 'pending' }),
      billing.anInvoice({ customerId, issuedAt: '2026-07-02T00:00:00.000Z', state: 'rejected' }),
    ],
    instalmentPurchases: rowsOf(cardLimits.instalments, (purchasedAt) =>
      billing.anInstalmentPurchase({ customerId, purchasedAt }),
    ),
    cases: [
      ...rowsOf(cardLimits.cases, (openedAt) => care.aCase({ customerId, openedAt })),
      care.aCase({ customerId, statusClass: 'closed', openedAt: '2026-07-01T00:00:00.000Z' }),
    ],
    notes: rowsOf(cardLimits.notes, (createdAt) => care.aNote({ customerId, createdAt })),
    activities: [
      ...rowsOf(cardLimits.activities, (at) => care.anActivity({ customerId, at })),
      care.anActivity({ customerId, at: '2026-07-01T00:00:00.000Z', legacy: true }),
    ],
  }
}

const limited = Object.keys(cardLimits) as (keyof typeof cardLimits)[]

/** The times of the rows that a card shows, and how many there are. */
function shownBy(card: OverviewCards[(typeof limited)[number]]) {
  if (card?.state !== 'ok') return card?.state
  const items = card.items as unknown as Partial<Record<string, string>>[]
  const atOf = (item: Partial<Record<string, string>>) =>
    item['sentAt'] ??
    item['startedAt'] ??
    item['issuedAt'] ??
    item['purchasedAt'] ??
    item['openedAt'] ??
    item['at'] ??
    item['createdAt']
  return { days: items.map((item) => atOf(item)?.slice(0, 10)), total: card.total.value }
}

describe.each(targets)('the overview on $name', ({ open }) => {
  let target: Target
  let admin: Client
  beforeAll(async () => {
    target = await open()
    admin = target.as('systemAdministrator')
  })
  afterAll(async () => target.close())

  const overviewOf = async (id: string, query = '') =>
    (await admin.get<Overview>(`/customers/${id}/overview${query}`)).body

  it.each([
    ['nothing', () => 0],
    ['one fewer than a card shows', (limit: number) => limit - 1],
    ['as many as a card shows', (limit: number) => limit],
    ['one more than a card shows', (limit: number) => limit + 1],
  ])('shows the newest and says how many there are: of %s', async (_, count) => {
    const customer = aCustomer()
    await target.insert({ customers: [customer], ...rowsBehindCards(customer, count) })
    const { cards } = await overviewOf(customer.id)
    const expected = limited.map((name) => {
      const total = count(cardLimits[name])
      const days = Array.from({ length: Math.min(total, cardLimits[name]) }, (_, index) => `2026-06-${30 - index}`)
      return [name, { days, total }]
    })
    expect(limited.map((name) => [name, shownBy(cards[name])])).toEqual(expected)
  })

  it('adds up by currency, never across them', async () => {
    const customer = aCustomer({ tier: 'vip', registeredAt: '2020-01-01T00:00:00.000Z' })
    const customerId = customer.id
    const order = (over: Parameters<typeof builders.anOrder>[1]) => builders.anOrder(customer, over)
    const invoice = (over: object) => billing.anInvoice({ customerId, ...over })
    const organization = builders.anOrganization({ name: 'Northwind' })
    const scope = builders.aScope({ id: `yen${customerId.slice(1)}`, currency: 'JPY' })
    await target.insert({
      customers: [customer],
      scopes: [scope],
      organizations: [organization],
      memberships: [builders.aMembership(customer, organization)],
      addresses: [builders.anAddress({ customerId, isPreferredBilling: true, city: 'Gatineau' })],
      billingInfos: [billing.aBillingInfo({ id: customerId, creditLimit: { amountMinor: 5000, currency: 'CAD' } })],
      orders: [
        order({ totalMinor: 1000, currency: 'CAD', statusClass: 'completed' }),
        order({ totalMinor: 2500, currency: 'CAD', statusClass: 'open' }),
        order({ totalMinor: 900, currency: 'EUR', statusClass: 'completed' }),
        order({ totalMinor: 300, currency: null, scopeId: scope.id, statusClass: 'completed' }),
        order({ totalMinor: 9999, currency: 'CAD', statusClass: 'canceled' }),
        order({ totalMinor: 9999, currency: 'CAD', kind: 'recurring', statusClass: 'open' }),
        order({ totalMinor: null, currency: 'CAD', statusClass: 'inProgress' }),
      ],
      invoices: [
        invoice({ outstandingMinor: 4000, disputedMinor: 500, onPlanMinor: 1500, dueAt: '2026-11-21' }),
        invoice({ outstandingMinor: 700, dueAt: '2026-11-22' }),
        invoice({ outstandingMinor: 800, currency: 'EUR', dueAt: null }),
        invoice({ state: 'pending', totalMinor: 333 }),
        invoice({ state: 'rejected', totalMinor: 444 }),
      ],
      payments: [
        billing.aPayment({ customerId, paidOn: '2026-03-01', processedOn: '2026-03-04' }),
        billing.aPayment({ customerId, paidOn: '2026-02-01' }),
        billing.aPayment({ customerId, paidOn: '2026-04-01', status: 'failure' }),
      ],
    })
    const money = (amountMinor: number, currency: string) => ({ amountMinor, currency })
    const { cards } = await overviewOf(
      customerId,
      '?include=summary&include=billing&include=lastPayment&include=address',
    )
    expect(Object.keys(cards).toSorted()).toEqual(['address', 'billing', 'lastPayment', 'summary'])
    expect(cards.summary).toMatchObject({
      state: 'ok',
      value: {
        balance: [money(4700, 'CAD'), money(800, 'EUR')],
        overdue: [money(4000, 'CAD')],
        unbilled: [money(333, 'CAD')],
        creditLimit: money(5000, 'CAD'),
        since: '2020-01-01T00:00:00.000Z',
        groups: ['Northwind'],
        openOrders: 2,
        openCases: 0,
        lifetimeValue: [money(3500, 'CAD'), money(900, 'EUR'), money(300, 'JPY')],
        lastStatusChange: null,
      },
    })
    expect(cards.billing).toMatchObject({ value: { chargeableNow: [money(2000, 'CAD')], chargesSuppressed: true } })
    expect(cards.lastPayment).toMatchObject({ value: { paidOn: '2026-03-01', processedOn: '2026-03-04' } })
    expect(cards.address).toMatchObject({ value: { city: 'Gatineau' } })
  })

  it('mixes the entries of cases in as the person prefers, or as the request says', async () => {
    const customer = aCustomer()
    const customerId = customer.id
    const theCase = care.aCase({ customerId })
    const entry = { source: 'case', caseId: theCase.id, entry: 'comment', content: 'entry' } as const
    await target.insert({
      customers: [customer],
      cases: [theCase],
      notes: [care.aNote({ customerId }), care.aNote({ customerId, ...entry })],
    })
    const sources = async (query: string) => {
      const { notes } = (await overviewOf(customerId, `?include=notes${query}`)).cards
      return notes?.state === 'ok' ? [notes.items.map(({ source }) => source).toSorted(), notes.total.value] : notes
    }
    expect(await sources('')).toEqual([['note'], 1])
    expect(await sources('&includeCaseNotes=true')).toEqual([['case', 'note'], 2])
    const { body: me } = await admin.patch<Me>('/me/preferences', { includeCaseNotes: true }, { ifMatch: '*' })
    expect(me.preferences.includeCaseNotes).toBe(true)
    expect(await sources('')).toEqual([['case', 'note'], 2])
    expect(await sources('&includeCaseNotes=false')).toEqual([['note'], 1])
    await admin.patch('/me/preferences', { includeCaseNotes: false, startSection: 'overview' }, { ifMatch: '*' })
  })

  it('refuses cards that there are not', async () => {
    const customer = aCustomer()
    await target.insert({ customers: [customer] })
    expect(refusal(await admin.get(`/customers/${customer.id}/overview?include=horoscope`)).errors).toEqual([
      'include: not-allowed',
    ])
  })
})

describe('a card whose source fails', () => {
  /** The collection that each card cannot do without. */
  const sources: Record<keyof OverviewCards, CollectionName> = {
    summary: 'memberships',
    address: 'addresses',
    alerts: 'alerts',
    paymentMethod: 'savedPayments',
    billing: 'billingInfos',
    contacts: 'contacts',
    subscriptions: 'subscriptions',
    invoices: 'invoices',
    instalments: 'instalmentPurchases',
    lastPayment: 'payments',
    cases: 'cases',
    notes: 'notes',
    activities: 'activities',
  }
  const memory = createMemoryStore()
  let broken: CollectionName | undefined
  const refuse = (collection: CollectionName) => {
    if (collection === broken) throw new Error('gone')
  }
  const store: Store = {
    ...memory,
    find: async (collection, query) => {
      refuse(collection)
      return await memory.find(collection, query)
    },
    get: async (collection, id) => {
      refuse(collection)
      return await memory.get(collection, id)
    },
  }

  let target: Target
  beforeAll(async () => {
    target = await openTarget(store)
  })

  it.each(overviewCards)('is unavailable, and the others are not affected: %s', async (name) => {
    const customer = aCustomer()
    await target.insert({ customers: [customer], ...rowsBehindCards(customer, (limit) => limit) })
    const admin = target.as('systemAdministrator')
    const whole = (await admin.get<Overview>(`/customers/${customer.id}/overview`)).body.cards
    broken = sources[name]
    const { status, body } = await admin.get<Overview>(`/customers/${customer.id}/overview`)
    broken = undefined
    expect([status, body.cards[name]]).toMatchObject([
      200,
      { state: 'unavailable', problem: { type: '/problems/source-unavailable', source: name } },
    ])
    const states = overviewCards.map((card) => body.cards[card]?.state)
    // The summary asks for much of what others ask for; billing terms name what is overdue.
    const alike = { invoices: 3, billingInfos: 3, cases: 2 }[sources[name] as string] ?? 1
    expect(states.filter((state) => state === 'unavailable').length).toBeLessThanOrEqual(alike)
    const others = overviewCards.filter((other) => body.cards[other]?.state === 'ok')
    for (const other of others) expect(body.cards[other]).toEqual(whole[other])
  })

  it('is forbidden to whoever may not see the list behind it', async () => {
    const identity = { staff: { scopeIds: ['*'] } }
    const call = { store: memory, identity, now: '2026-11-22T12:00:00.000Z' } as unknown as ReadCall
    const customer = aCustomer()
    const parts = { call, customer, caseNotes: false }
    const reader = permissions.filter((permission) => permission !== 'billing:read')
    expect(await cardOf('invoices', { ...parts, permissions: reader })).toEqual({ state: 'forbidden' })
    expect(await cardOf('summary', { ...parts, permissions: reader })).toEqual({ state: 'forbidden' })
    expect(await cardOf('alerts', { ...parts, permissions: reader })).toMatchObject({ state: 'ok', items: [] })
    expect(await cardOf('invoices', { ...parts, permissions })).toMatchObject({ state: 'ok', items: [] })
  })
})
