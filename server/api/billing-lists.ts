import { listAlerts } from '#/contract/alerts.ts'
import type { Alert } from '#/contract/alerts.ts'
import { instalmentStatuses, listInstalmentPurchases } from '#/contract/instalment-purchases.ts'
import type { InstalmentFacets, InstalmentPurchase } from '#/contract/instalment-purchases.ts'
import { listPayments } from '#/contract/payments.ts'
import type { Payment } from '#/contract/payments.ts'
import { ok } from '#server/api/answer.ts'
import type { ReadCall, Registry } from '#server/api/call.ts'
import { anyOf, between, findPage, sortKeys } from '#server/api/page.ts'
import { etagOf } from '#server/api/preconditions.ts'
import { visibleCustomer } from '#server/api/visibility.ts'
import type { InstalmentPurchaseRow, PaymentRow } from '#server/store/billing-rows.ts'
import type { AlertRow } from '#server/store/care-rows.ts'
import type { Condition, SortKey } from '#server/store/store.ts'

export const newestPayments: SortKey<'payments'>[] = [
  { field: 'paidOn', descending: true },
  { field: 'createdAt', descending: true },
  { field: 'id', descending: true },
]
export const newestPurchases: SortKey<'instalmentPurchases'>[] = [
  { field: 'purchasedAt', descending: true },
  { field: 'id', descending: true },
]
export const newestAlerts: SortKey<'alerts'>[] = [
  { field: 'sentAt', descending: true },
  { field: 'id', descending: true },
]

/** Lists of a customer that other systems fill and nobody changes here. */
export function registerBillingLists({ handle }: Registry): void {
  handle(listPayments, async (call) => {
    const { id } = await visibleCustomer(call, call.params.id)
    const { sort, status, paidFrom, paidTo } = call.query
    const paid: Condition<'payments'> = {
      op: 'range',
      field: 'paidOn',
      ...(paidFrom === undefined ? {} : { from: paidFrom }),
      ...(paidTo === undefined ? {} : { to: paidTo }),
    }
    const { rows, ...page } = await findPage(call, 'payments', {
      where: [
        { op: 'in', field: 'customerId', values: [id] },
        ...anyOf<'payments'>('status', status),
        ...(paidFrom === undefined && paidTo === undefined ? [] : [paid]),
      ],
      sort: sortKeys(sort, { paidOn: 'paidOn', processedOn: 'processedOn', amount: 'amountMinor' }, newestPayments),
    })
    return ok({ items: await paymentsOf(call, rows), ...page })
  })

  handle(listInstalmentPurchases, async (call) => {
    const { id } = await visibleCustomer(call, call.params.id)
    const { rows, ...page } = await findPage(call, 'instalmentPurchases', {
      where: [
        { op: 'in', field: 'customerId', values: [id] },
        ...anyOf<'instalmentPurchases'>('status', call.query.status),
      ],
      sort: newestPurchases,
    })
    const occurring = call.query.facets ? { facets: await instalmentFacetsOf(call, id) } : {}
    return ok({ items: rows.map(instalmentPurchaseOf), ...page, ...occurring })
  })

  handle(listAlerts, async (call) => {
    const { id } = await visibleCustomer(call, call.params.id)
    const { kind, sentFrom, sentTo } = call.query
    const { rows, ...page } = await findPage(call, 'alerts', {
      where: [
        { op: 'in', field: 'customerId', values: [id] },
        ...anyOf<'alerts'>('kind', kind),
        ...between<'alerts'>('sentAt', sentFrom, sentTo),
      ],
      sort: newestAlerts,
    })
    return ok({ items: rows.map(alertOf), ...page })
  })
}

async function instalmentFacetsOf({ store }: ReadCall, customerId: string): Promise<InstalmentFacets> {
  const groups = await store.totals('instalmentPurchases', {
    where: { op: 'in', field: 'customerId', values: [customerId] },
    by: ['status'],
  })
  return {
    statuses: instalmentStatuses.flatMap((value) => {
      const found = groups.find(({ group }) => group[0] === value)
      return found ? [{ value, count: found.count }] : []
    }),
  }
}

/** Payments with the numbers of the invoices that they went to. */
export async function paymentsOf({ store }: Pick<ReadCall, 'store'>, rows: readonly PaymentRow[]): Promise<Payment[]> {
  const ids = rows.flatMap(({ allocations }) => allocations.map(({ invoiceId }) => invoiceId))
  const invoices = await store.getMany('invoices', [...new Set(ids)])
  const numbers = new Map(invoices.map(({ id, number }) => [id, number]))
  return rows.map((row) => ({
    ...row,
    etag: etagOf(row),
    amount: { amountMinor: row.amountMinor, currency: row.currency },
    allocations: row.allocations.map(({ invoiceId, amountMinor }) => ({
      invoiceId,
      invoiceNumber: numbers.get(invoiceId) ?? null,
      amount: { amountMinor, currency: row.currency },
    })),
  }))
}

export function instalmentPurchaseOf(row: InstalmentPurchaseRow): InstalmentPurchase {
  const money = (amountMinor: number) => ({ amountMinor, currency: row.currency })
  return {
    ...row,
    etag: etagOf(row),
    product: { id: row.productId, name: row.productName },
    total: money(row.totalMinor),
    instalmentAmount: money(row.instalmentMinor),
    schedule: row.schedule.map(({ amountMinor, ...part }) => ({ ...part, amount: money(amountMinor) })),
  }
}

export const alertOf = (row: AlertRow): Alert => ({ ...row, etag: etagOf(row) })
