import { foldText } from '#/contract/fold-text.ts'
import type * as rows from '#server/store/billing-rows.ts'
import { searchTextOf } from '#server/store/search-text.ts'
import { builtAt, entity, nextId } from '#tests/builders.ts'

type Of<Row> = Partial<Row> & { customerId: string }

/** The id is the customer's. */
export const aBillingInfo = (over: Partial<rows.BillingInfoRow> & { id: string }): rows.BillingInfoRow => ({
  ...entity('q'),
  billingDay: 1,
  cycle: { kind: 'months', months: 1 },
  period: null,
  termsDays: 14,
  termsMethod: null,
  invoiceMethod: 'email',
  creditLimit: null,
  unbilledAlert: null,
  lateFee: 'inherit',
  earlyDiscount: 'inherit',
  taxRate: null,
  currency: 'CAD',
  costCentre: null,
  autoPay: { enabled: false, savedPaymentId: null, notBefore: null },
  ...over,
})

export function anInvoice(over: Of<rows.InvoiceRow>): rows.InvoiceRow {
  const base = entity('i')
  const totalMinor = over.totalMinor ?? 10_000
  const row = {
    ...base,
    number: `I-${base.id.slice(1)}`,
    type: 'invoice' as const,
    issuedAt: builtAt,
    dueAt: '2026-12-31',
    state: 'approved' as const,
    sent: true,
    currency: 'CAD',
    totalMinor,
    outstandingMinor: totalMinor,
    disputedMinor: 0,
    onPlanMinor: 0,
    lines: [],
    billingAddress: null,
    note: null,
    ...over,
  }
  return { ...row, numberFolded: foldText(row.number), ...over }
}

export const aPayment = (over: Of<rows.PaymentRow>): rows.PaymentRow => ({
  ...entity('y'),
  kind: 'creditCard',
  currency: 'CAD',
  amountMinor: 10_000,
  paidOn: '2026-01-05',
  processedOn: '2026-01-07',
  status: 'success',
  reference: null,
  allocations: [],
  ...over,
})

export const anInstalmentPurchase = (over: Of<rows.InstalmentPurchaseRow>): rows.InstalmentPurchaseRow => ({
  ...entity('j'),
  productId: null,
  productName: 'Espresso machine',
  kind: 'instalment',
  currency: 'CAD',
  totalMinor: 60_000,
  instalmentMinor: 10_000,
  paidCount: 2,
  totalCount: 6,
  purchasedAt: builtAt,
  nextDueAt: '2026-03-05',
  status: 'inProgress',
  invoiceIds: [],
  schedule: [],
  ...over,
})

export function aSubscription(over: Of<rows.SubscriptionRow>): rows.SubscriptionRow {
  const row = {
    ...entity('v'),
    name: 'Coffee every month',
    externalName: null,
    type: 'subscription',
    currency: 'CAD',
    priceMinor: 1500,
    billingFrequency: 'monthly',
    startedAt: builtAt,
    endsAt: null,
    status: 'active' as const,
    discounted: false,
    setupFeeMinor: null,
    accessFeeMinor: null,
    cancellation: null,
    productId: null,
    productName: 'Coffee',
    ...over,
  }
  const searchText = searchTextOf([row.name, row.externalName, row.productName])
  return { ...row, nameFolded: foldText(row.name), searchText, ...over }
}

export const aSubscriptionEntry = (
  { id, customerId }: rows.SubscriptionRow,
  over: Partial<rows.SubscriptionEntryRow> = {},
): rows.SubscriptionEntryRow => ({
  id: nextId('z'),
  subscriptionId: id,
  customerId,
  kind: 'repeatingCharge',
  at: builtAt,
  currency: 'CAD',
  amountMinor: 1500,
  description: null,
  invoiceId: null,
  ...over,
})
