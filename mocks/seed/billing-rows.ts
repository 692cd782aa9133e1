import { foldText } from '#/contract/fold-text.ts'
import { systemActor } from '#mocks/seed/actors.ts'
import { rowsOf, type AroundSpec, type Owner } from '#mocks/seed/around-spec.ts'
import { daysAgo } from '#mocks/seed/clock.ts'
import { entityOf } from '#mocks/seed/entity.ts'
import type * as billing from '#server/store/billing-rows.ts'
import { searchTextOf } from '#server/store/search-text.ts'

const dayOf = (days: number) => daysAgo(days).slice(0, 10)

/** Invoices, payments and purchases in instalments. */
export function moneyRows({ id: customerId, customerNumber }: Owner, spec: AroundSpec) {
  const invoices = rowsOf(spec.invoices, ({ daysAgo: days, ...over }, index): billing.InvoiceRow => {
    const issuedAt = daysAgo(days)
    const number = over.number ?? `${customerNumber.replace('C-', 'I-')}-${index + 1}`
    const currency = over.currency ?? 'USD'
    const totalMinor = over.totalMinor ?? 12_000
    const line = { amountMinor: totalMinor, currency }
    return {
      ...entityOf(`${customerId}-i${index + 1}`, issuedAt, systemActor),
      customerId,
      number,
      numberFolded: foldText(number),
      type: 'invoice',
      issuedAt,
      dueAt: dayOf(days - 14),
      state: 'approved',
      sent: true,
      currency,
      totalMinor,
      outstandingMinor: 0,
      disputedMinor: 0,
      onPlanMinor: 0,
      lines: [{ description: 'Goods and services', quantity: 1, unitPrice: line, total: line }],
      billingAddress: null,
      note: null,
      ...over,
    }
  })
  const payments = rowsOf(spec.payments, ({ daysAgo: days, ...over }, index): billing.PaymentRow => ({
    ...entityOf(`${customerId}-y${index + 1}`, daysAgo(days), systemActor),
    customerId,
    kind: 'creditCard',
    currency: 'USD',
    amountMinor: 12_000,
    paidOn: dayOf(days),
    processedOn: dayOf(days),
    status: 'success',
    reference: null,
    allocations: [],
    ...over,
  }))
  const instalmentPurchases = rowsOf(
    spec.instalments,
    ({ daysAgo: days, ...over }, index): billing.InstalmentPurchaseRow => {
      const { paidCount = 2, totalCount = 6, instalmentMinor = 10_000 } = over
      return {
        ...entityOf(`${customerId}-j${index + 1}`, daysAgo(days), systemActor),
        customerId,
        productId: null,
        productName: 'Espresso machine',
        kind: 'instalment',
        currency: 'USD',
        totalMinor: instalmentMinor * totalCount,
        instalmentMinor,
        paidCount,
        totalCount,
        purchasedAt: daysAgo(days),
        nextDueAt: paidCount < totalCount ? dayOf(days - 30 * (paidCount + 1)) : null,
        status: paidCount < totalCount ? 'inProgress' : 'complete',
        invoiceIds: [],
        schedule: Array.from({ length: totalCount }, (_, part) => ({
          dueAt: dayOf(days - 30 * (part + 1)),
          amountMinor: instalmentMinor,
          paidOn: part < paidCount ? dayOf(days - 30 * (part + 1)) : null,
        })),
        ...over,
      }
    },
  )
  return { invoices, payments, instalmentPurchases }
}

/** Subscriptions and what was charged for them. */
export function subscriptionRows({ id: customerId }: Owner, specs: AroundSpec['subscriptions'] = []) {
  const subscriptionEntries: billing.SubscriptionEntryRow[] = []
  const subscriptions = rowsOf(specs, ({ daysAgo: days, history = [], ...over }, index): billing.SubscriptionRow => {
    const row = {
      ...entityOf(`${customerId}-v${index + 1}`, daysAgo(days), systemActor),
      customerId,
      name: 'Coffee Club',
      externalName: null,
      type: 'subscription',
      currency: 'USD',
      priceMinor: 1900,
      billingFrequency: 'monthly',
      startedAt: daysAgo(days),
      endsAt: null,
      status: 'active' as const,
      discounted: false,
      setupFeeMinor: null,
      accessFeeMinor: null,
      cancellation: null,
      productId: null,
      productName: over.name ?? 'Coffee Club',
      ...over,
    }
    for (const [place, [kind, at, invoiceId = null]] of history.entries()) {
      subscriptionEntries.push({
        id: `${row.id}z${place + 1}`,
        subscriptionId: row.id,
        customerId,
        kind,
        at: daysAgo(at),
        currency: row.currency,
        amountMinor: kind === 'credit' || kind === 'payment' || kind === 'refund' ? -row.priceMinor : row.priceMinor,
        description: null,
        invoiceId,
      })
    }
    const searchText = searchTextOf([row.name, row.externalName, row.productName])
    return { ...row, nameFolded: foldText(row.name), searchText }
  })
  return { subscriptions, subscriptionEntries }
}
