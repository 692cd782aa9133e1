import { pgTable } from 'drizzle-orm/pg-core'
import type * as rows from '#server/store/billing-rows.ts'
import {
  amount,
  amountOrNull,
  code,
  columns,
  decimalOrNull,
  flag,
  instant,
  instantOrNull,
  json,
  jsonOrNull,
  key,
  list,
  whole,
  wholeOrNull,
  words,
  wordsOrNull,
} from '#server/store/sql/column-kinds.ts'
import { entityColumns } from '#server/store/sql/schema/entity-columns.ts'
import { sortedIndex, uniqueIndexes } from '#server/store/sql/schema/indexes.ts'

export const billingInfos = pgTable(
  'billing_infos',
  columns({
    ...entityColumns,
    billingDay: wholeOrNull,
    cycle: jsonOrNull<rows.BillingInfoRow['cycle']>(),
    period: jsonOrNull<rows.BillingInfoRow['period']>(),
    termsDays: wholeOrNull,
    termsMethod: wordsOrNull,
    invoiceMethod: wordsOrNull,
    creditLimit: jsonOrNull<rows.BillingInfoRow['creditLimit']>(),
    unbilledAlert: jsonOrNull<rows.BillingInfoRow['unbilledAlert']>(),
    lateFee: code<rows.BillingInfoRow['lateFee']>(),
    earlyDiscount: code<rows.BillingInfoRow['earlyDiscount']>(),
    taxRate: decimalOrNull,
    currency: wordsOrNull,
    costCentre: wordsOrNull,
    autoPay: json<rows.BillingInfoRow['autoPay']>(),
  }),
  (table) => uniqueIndexes('billingInfos', table),
)

export const invoices = pgTable(
  'invoices',
  columns({
    ...entityColumns,
    customerId: words,
    number: words,
    numberFolded: words,
    type: code<rows.InvoiceRow['type']>(),
    issuedAt: instant,
    dueAt: wordsOrNull,
    state: code<rows.InvoiceRow['state']>(),
    sent: flag,
    currency: words,
    totalMinor: amount,
    outstandingMinor: amount,
    disputedMinor: amount,
    onPlanMinor: amount,
    lines: json<rows.InvoiceRow['lines']>(),
    billingAddress: jsonOrNull<rows.InvoiceRow['billingAddress']>(),
    note: wordsOrNull,
  }),
  (table) => [...uniqueIndexes('invoices', table), sortedIndex('invoices', table.customerId, table.issuedAt)],
)

export const payments = pgTable(
  'payments',
  columns({
    ...entityColumns,
    customerId: words,
    kind: words,
    currency: words,
    amountMinor: amount,
    paidOn: words,
    processedOn: wordsOrNull,
    status: code<rows.PaymentRow['status']>(),
    reference: wordsOrNull,
    allocations: json<rows.PaymentRow['allocations']>(),
  }),
  (table) => [...uniqueIndexes('payments', table), sortedIndex('payments', table.customerId, table.paidOn)],
)

export const instalmentPurchases = pgTable(
  'instalment_purchases',
  columns({
    ...entityColumns,
    customerId: words,
    productId: wordsOrNull,
    productName: words,
    kind: words,
    currency: words,
    totalMinor: amount,
    instalmentMinor: amount,
    paidCount: whole,
    totalCount: whole,
    purchasedAt: instant,
    nextDueAt: wordsOrNull,
    status: code<rows.InstalmentPurchaseRow['status']>(),
    invoiceIds: list(),
    schedule: json<rows.InstalmentPurchaseRow['schedule']>(),
  }),
  (table) => [
    ...uniqueIndexes('instalmentPurchases', table),
    sortedIndex('instalmentPurchases', table.customerId, table.purchasedAt),
  ],
)

export const subscriptions = pgTable(
  'subscriptions',
  columns({
    ...entityColumns,
    customerId: words,
    name: words,
    externalName: wordsOrNull,
    type: words,
    currency: words,
    priceMinor: amount,
    billingFrequency: wordsOrNull,
    startedAt: instant,
    endsAt: instantOrNull,
    status: code<rows.SubscriptionRow['status']>(),
    discounted: flag,
    setupFeeMinor: amountOrNull,
    accessFeeMinor: amountOrNull,
    cancellation: jsonOrNull<rows.SubscriptionRow['cancellation']>(),
    productId: wordsOrNull,
    productName: words,
    nameFolded: words,
    searchText: words,
  }),
  (table) => [
    ...uniqueIndexes('subscriptions', table),
    sortedIndex('subscriptions', table.customerId, table.startedAt),
  ],
)

export const subscriptionEntries = pgTable(
  'subscription_entries',
  columns({
    id: key,
    subscriptionId: words,
    customerId: words,
    kind: words,
    at: instant,
    currency: words,
    amountMinor: amount,
    description: wordsOrNull,
    invoiceId: wordsOrNull,
  }),
  (table) => [
    sortedIndex('subscriptionEntries', table.subscriptionId, table.at),
    sortedIndex('subscriptionEntries', table.customerId),
  ],
)
