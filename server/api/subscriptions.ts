import * as contract from '#/contract/subscriptions.ts'
import { subscriptionStatuses } from '#/contract/subscriptions.ts'
import type { Subscription, SubscriptionEntry, SubscriptionFacets } from '#/contract/subscriptions.ts'
import { ok } from '#server/api/answer.ts'
import type { ReadCall, Registry } from '#server/api/call.ts'
import { anyOf, between, findPage, sortKeys } from '#server/api/page.ts'
import { etagOf } from '#server/api/preconditions.ts'
import { notFound } from '#server/api/refusal.ts'
import { searchOf } from '#server/api/search-condition.ts'
import { visibleCustomer } from '#server/api/visibility.ts'
import type { SubscriptionEntryRow, SubscriptionRow } from '#server/store/billing-rows.ts'
import type { Scalar, SortKey } from '#server/store/store.ts'

export const newestSubscriptions: SortKey<'subscriptions'>[] = [
  { field: 'startedAt', descending: true },
  { field: 'id', descending: true },
]

export function registerSubscriptions({ handle }: Registry): void {
  handle(contract.listSubscriptions, async (call) => {
    const { id } = await visibleCustomer(call, call.params.id)
    const { q, sort, status, type, discounted, startedFrom, startedTo, facets } = call.query
    const { condition } = searchOf<'subscriptions'>(q, 'searchText', {})
    const { rows, ...page } = await findPage(call, 'subscriptions', {
      where: [
        { op: 'in', field: 'customerId', values: [id] },
        ...anyOf<'subscriptions'>('status', status),
        ...anyOf<'subscriptions'>('type', type),
        ...anyOf<'subscriptions'>('discounted', discounted === undefined ? undefined : [discounted]),
        ...between<'subscriptions'>('startedAt', startedFrom, startedTo),
        ...(condition ? [condition] : []),
      ],
      sort: sortKeys(sort, { startedAt: 'startedAt', name: 'nameFolded', price: 'priceMinor' }, newestSubscriptions),
    })
    const occurring = facets ? { facets: await facetsOf(call, id) } : {}
    return ok({ items: rows.map(subscriptionOf), ...page, ...occurring })
  })

  handle(contract.getSubscription, async (call) => ok(subscriptionOf(await visibleSubscription(call))))

  handle(contract.listSubscriptionHistory, async (call) => {
    const { id } = await visibleSubscription(call)
    const { rows, ...page } = await findPage(call, 'subscriptionEntries', {
      where: [
        { op: 'in', field: 'subscriptionId', values: [id] },
        ...anyOf<'subscriptionEntries'>('kind', call.query.kind),
      ],
      sort: [
        { field: 'at', descending: true },
        { field: 'id', descending: true },
      ],
    })
    const items = rows.map((row) => entryOf(row))
    return ok({ items, ...page })
  })
}

async function visibleSubscription(
  call: Pick<ReadCall, 'store' | 'identity'> & { params: { subscriptionId: string } },
): Promise<SubscriptionRow> {
  const row = await call.store.get('subscriptions', call.params.subscriptionId)
  if (!row) throw notFound()
  await visibleCustomer(call, row.customerId)
  return row
}

async function facetsOf({ store }: ReadCall, customerId: string): Promise<SubscriptionFacets> {
  const groups = await store.totals('subscriptions', {
    where: { op: 'in', field: 'customerId', values: [customerId] },
    by: ['type', 'status', 'discounted'],
  })
  const counts = (index: number) => {
    const byValue = new Map<Scalar, number>()
    for (const { group, count } of groups) {
      const value = group[index] ?? null
      byValue.set(value, (byValue.get(value) ?? 0) + count)
    }
    return byValue
  }
  const statuses = counts(1)
  return {
    types: [...counts(0)]
      .map(([value, count]) => ({ value: String(value), count }))
      .toSorted((a, b) => b.count - a.count),
    statuses: subscriptionStatuses.flatMap((value) => {
      const count = statuses.get(value)
      return count === undefined ? [] : [{ value, count }]
    }),
    discounted: counts(2).get(true) ?? 0,
  }
}

const entryOf = ({ amountMinor, currency, ...row }: SubscriptionEntryRow): SubscriptionEntry => ({
  ...row,
  amount: { amountMinor, currency },
})

export function subscriptionOf(row: SubscriptionRow): Subscription {
  const money = (amountMinor: number | null) => (amountMinor === null ? null : { amountMinor, currency: row.currency })
  return {
    ...row,
    etag: etagOf(row),
    price: { amountMinor: row.priceMinor, currency: row.currency },
    setupFee: money(row.setupFeeMinor),
    accessFee: money(row.accessFeeMinor),
    product: { id: row.productId, name: row.productName },
  }
}
