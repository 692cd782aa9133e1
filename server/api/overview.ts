import { cardLimits, getOverview, overviewCards } from '#/contract/overview.ts'
import type { OverviewCards } from '#/contract/overview.ts'
import { permissionsOf } from '#/contract/permissions.ts'
import type { Permission } from '#/contract/permissions.ts'
import { accountSummary } from '#server/api/account-summary.ts'
import { activitiesOf, activityOf, latestFirst } from '#server/api/activities.ts'
import { preferredBillingAddress } from '#server/api/addresses.ts'
import { ok } from '#server/api/answer.ts'
import {
  alertOf,
  instalmentPurchaseOf,
  newestAlerts,
  newestPayments,
  newestPurchases,
  paymentsOf,
} from '#server/api/billing-lists.ts'
import { billingInfoOf } from '#server/api/billing-info.ts'
import type { ReadCall, Registry } from '#server/api/call.ts'
import { caseItem, newestCases, openCasesOf } from '#server/api/cases.ts'
import { contactOf, foremostFirst } from '#server/api/contacts.ts'
import { customerOf } from '#server/api/customer-answer.ts'
import { invoiceItem, newestInvoices } from '#server/api/invoices.ts'
import { noteItems, notesOf, pinnedFirst } from '#server/api/notes.ts'
import { allOf, countedTo, totalOf } from '#server/api/page.ts'
import { Refusal, problemOf } from '#server/api/refusal.ts'
import { savedPaymentsOf } from '#server/api/saved-payments.ts'
import { newestSubscriptions, subscriptionOf } from '#server/api/subscriptions.ts'
import { visibleCustomer } from '#server/api/visibility.ts'
import type { CollectionName, CustomerRow, Rows } from '#server/store/rows.ts'
import type { Condition, SortKey } from '#server/store/store.ts'

export function registerOverview({ handle }: Registry): void {
  handle(getOverview, async (call) => {
    const customer = await visibleCustomer(call, call.params.id)
    const { include = overviewCards, includeCaseNotes } = call.query
    const { staff } = call.identity
    const caseNotes = includeCaseNotes ?? staff.preferences.includeCaseNotes ?? false
    const wanted = [...new Set(include)]
    const permissions = permissionsOf(staff.roles)
    const cards = await Promise.all(
      wanted.map(async (name) => [name, await cardOf(name, { call, customer, caseNotes, permissions })] as const),
    )
    return ok({ customer: await customerOf(call, customer), cards: Object.fromEntries(cards) })
  })
}

interface Parts {
  call: ReadCall
  customer: CustomerRow
  caseNotes: boolean
  permissions: readonly Permission[]
}

/** What the full list behind a card asks for. */
const needed: Partial<Record<keyof OverviewCards, Permission>> = {
  summary: 'billing:read',
  billing: 'billing:read',
  subscriptions: 'billing:read',
  invoices: 'billing:read',
  instalments: 'billing:read',
  lastPayment: 'billing:read',
}

/** One card, which fails alone: whatever goes wrong while it is made stays in it. */
export async function cardOf(name: keyof OverviewCards, parts: Parts): Promise<OverviewCards[keyof OverviewCards]> {
  const permission = needed[name]
  if (permission && !parts.permissions.includes(permission)) return { state: 'forbidden' }
  try {
    return { state: 'ok', ...(await makers[name](parts)) } as OverviewCards[keyof OverviewCards]
  } catch {
    return { state: 'unavailable', problem: problemOf(new Refusal('source-unavailable', { source: name }), 'overview') }
  }
}

const makers: Record<keyof OverviewCards, (parts: Parts) => Promise<object>> = {
  summary: async ({ call, customer }) => ({ value: await accountSummary(call, customer) }),
  address: async ({ call, customer }) => ({ value: await preferredBillingAddress(call, customer.id) }),
  billing: async ({ call, customer }) => ({ value: await billingInfoOf(call, customer) }),
  paymentMethod: async ({ call, customer }) => {
    const items = await savedPaymentsOf(call, customer.id)
    return { items, total: { value: items.length, relation: 'eq' } }
  },
  alerts: async (parts) => listed(parts, 'alerts', [], newestAlerts, cardLimits.alerts, (rows) => rows.map(alertOf)),
  contacts: async (parts) =>
    listed(parts, 'contacts', [], foremostFirst, cardLimits.contacts, (rows) => rows.map(contactOf)),
  subscriptions: async (parts) =>
    listed(parts, 'subscriptions', [], newestSubscriptions, cardLimits.subscriptions, (rows) =>
      rows.map(subscriptionOf),
    ),
  invoices: async (parts) =>
    listed(
      parts,
      'invoices',
      [{ op: 'in', field: 'state', values: ['approved'] }],
      newestInvoices,
      cardLimits.invoices,
      (rows) => rows.map((row) => invoiceItem(parts.call, row)),
    ),
  instalments: async (parts) =>
    listed(parts, 'instalmentPurchases', [], newestPurchases, cardLimits.instalments, (rows) =>
      rows.map(instalmentPurchaseOf),
    ),
  lastPayment: async ({ call, customer }) => {
    const { rows } = await call.store.find('payments', {
      where: {
        op: 'and',
        conditions: [ownedBy('payments', customer.id), { op: 'in', field: 'status', values: ['success', 'pending'] }],
      },
      sort: newestPayments,
      limit: 1,
    })
    const [payment = null] = await paymentsOf(call, rows)
    return { value: payment }
  },
  cases: async (parts) =>
    listed(parts, 'cases', openCasesOf(parts.customer.id), newestCases, cardLimits.cases, (rows) => rows.map(caseItem)),
  notes: async (parts) =>
    listed(parts, 'notes', notesOf(parts.customer.id, parts.caseNotes), pinnedFirst, cardLimits.notes, (rows) =>
      noteItems(parts.call, rows),
    ),
  activities: async (parts) =>
    listed(parts, 'activities', activitiesOf(parts.customer.id), latestFirst, cardLimits.activities, (rows) =>
      rows.map(activityOf),
    ),
}

const ownedBy = <C extends CollectionName>(_collection: C, customerId: string) =>
  ({ op: 'in', field: 'customerId', values: [customerId] }) as unknown as Condition<C>

/** The first rows of a list, and how many there are. */
async function listed<C extends CollectionName>(
  { call, customer }: Parts,
  collection: C,
  conditions: readonly Condition<C>[],
  sort: readonly SortKey<C>[],
  limit: number,
  itemsOf: (rows: Rows[C][]) => unknown,
) {
  const where = allOf([ownedBy(collection, customer.id), ...conditions])
  const [{ rows }, counted] = await Promise.all([
    call.store.find(collection, { ...(where ? { where } : {}), sort, limit }),
    call.store.count(collection, where, countedTo),
  ])
  return { items: await itemsOf(rows), total: totalOf(counted) }
}
