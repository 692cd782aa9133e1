import type { Money } from '#/contract/common.ts'
import type { AccountSummary } from '#/contract/overview.ts'
import type { ReadCall } from '#server/api/call.ts'
import { openCasesOf } from '#server/api/cases.ts'
import { overdueInvoices, todayOf } from '#server/api/invoices.ts'
import { inVisibleScopes } from '#server/api/visibility.ts'
import type { CustomerRow } from '#server/store/rows.ts'
import type { Condition } from '#server/store/store.ts'

const many = 1_000_000

/** How a customer stands: sums by currency, never added across them. */
export async function accountSummary(call: ReadCall, customer: CustomerRow): Promise<AccountSummary> {
  const { store } = call
  const id = customer.id
  const [balance, overdue, unbilled, billing, groups, openOrders, openCases, lifetimeValue, changes] =
    await Promise.all([
      owed(call, id, { op: 'in', field: 'state', values: ['approved'] }, 'outstandingMinor'),
      owed(call, id, overdueInvoices(todayOf(call)), 'outstandingMinor'),
      owed(call, id, { op: 'in', field: 'state', values: ['pending'] }, 'totalMinor'),
      store.get('billingInfos', id),
      groupsOf(call, id),
      store.count('orders', openOrdersOf(call, id), many),
      store.count('cases', { op: 'and', conditions: openCasesOf(id) }, many),
      lifetimeValueOf(call, id),
      store.find('statusChanges', {
        where: { op: 'in', field: 'customerId', values: [id] },
        sort: [
          { field: 'at', descending: true },
          { field: 'customerVersion', descending: true },
        ],
        limit: 1,
      }),
    ])
  return {
    balance,
    overdue,
    unbilled,
    creditLimit: billing?.creditLimit ?? null,
    since: customer.registeredAt,
    groups,
    openOrders,
    openCases,
    lifetimeValue,
    lastStatusChange: changes.rows[0] ?? null,
  }
}

async function owed(
  { store }: ReadCall,
  customerId: string,
  condition: Condition<'invoices'>,
  sum: 'outstandingMinor' | 'totalMinor',
): Promise<Money[]> {
  const groups = await store.totals('invoices', {
    where: { op: 'and', conditions: [{ op: 'in', field: 'customerId', values: [customerId] }, condition] },
    by: ['currency'],
    sum: [sum],
  })
  return byCurrency(groups.map(({ group: [currency], sums: [amountMinor = 0] }) => [String(currency), amountMinor]))
}

/** Amounts of one currency added up; currencies in their order, those that come to nothing left out. */
function byCurrency(amounts: readonly (readonly [currency: string, amountMinor: number])[]): Money[] {
  const sums = new Map<string, number>()
  for (const [currency, amountMinor] of amounts) sums.set(currency, (sums.get(currency) ?? 0) + amountMinor)
  return [...sums]
    .filter(([, amountMinor]) => amountMinor !== 0)
    .map(([currency, amountMinor]) => ({ amountMinor, currency }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1))
}

async function groupsOf({ store }: ReadCall, customerId: string): Promise<string[]> {
  const where = { op: 'in', field: 'customerId', values: [customerId] } as const
  const { rows } = await store.find('memberships', { where, sort: [{ field: 'organizationName' }] })
  return rows.map(({ organizationName }) => organizationName)
}

const ordersOf = ({ identity }: ReadCall, customerId: string): Condition<'orders'>[] => [
  { op: 'in', field: 'customerId', values: [customerId] },
  { op: 'not', condition: { op: 'in', field: 'kind', values: ['recurring'] } },
  ...inVisibleScopes<'orders'>(identity),
]

const openOrdersOf = (call: ReadCall, customerId: string): Condition<'orders'> => ({
  op: 'and',
  conditions: [
    ...ordersOf(call, customerId),
    { op: 'in', field: 'statusClass', values: ['open', 'inProgress', 'attention'] },
  ],
})

/** Totals of all orders that were not canceled; an order without a currency counts in that of its scope. */
async function lifetimeValueOf(call: ReadCall, customerId: string): Promise<Money[]> {
  const groups = await call.store.totals('orders', {
    where: {
      op: 'and',
      conditions: [
        ...ordersOf(call, customerId),
        { op: 'not', condition: { op: 'in', field: 'statusClass', values: ['canceled'] } },
      ],
    },
    by: ['currency', 'scopeId'],
    sum: ['totalMinor'],
  })
  const scopes = await call.store.getMany('scopes', [...new Set(groups.map(({ group: [, id] }) => String(id)))])
  const currencies = new Map(scopes.map(({ id, currency }) => [id, currency]))
  return byCurrency(
    groups.flatMap(({ group: [currency, scopeId], sums: [amountMinor = 0] }) => {
      const known = typeof currency === 'string' ? currency : currencies.get(String(scopeId))
      return known === undefined ? [] : [[known, amountMinor] as const]
    }),
  )
}
