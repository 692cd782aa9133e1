import type { BillingInfo } from '#/contract/billing-info.ts'
import type { InstalmentPurchase } from '#/contract/instalment-purchases.ts'
import type { Invoice } from '#/contract/invoices.ts'
import type { Payment } from '#/contract/payments.ts'
import type { Subscription, SubscriptionEntry } from '#/contract/subscriptions.ts'
import type { Stored } from '#server/store/entity-members.ts'

/*
 * What a customer has and owes. Money is split where it is filtered, sorted or added up; days are `YYYY-MM-DD`.
 */

/** The id is the customer's. */
export type BillingInfoRow = Stored<BillingInfo, 'chargeableNow' | 'chargesSuppressed'>

export interface InvoiceRow extends Stored<
  Invoice,
  'total' | 'outstanding' | 'disputed' | 'onPaymentPlan' | 'payable' | 'finalOutstanding' | 'overdue' | 'hasDocument'
> {
  currency: string
  totalMinor: number
  outstandingMinor: number
  disputedMinor: number
  onPlanMinor: number
  numberFolded: string
}

export interface PaymentRow extends Stored<Payment, 'amount' | 'allocations'> {
  currency: string
  amountMinor: number
  allocations: { invoiceId: string; amountMinor: number }[]
}

export interface InstalmentPurchaseRow extends Stored<
  InstalmentPurchase,
  'product' | 'total' | 'instalmentAmount' | 'schedule'
> {
  productId: string | null
  productName: string
  currency: string
  totalMinor: number
  instalmentMinor: number
  schedule: { dueAt: string; amountMinor: number; paidOn: string | null }[]
}

export interface SubscriptionRow extends Stored<Subscription, 'price' | 'product' | 'setupFee' | 'accessFee'> {
  currency: string
  priceMinor: number
  setupFeeMinor: number | null
  accessFeeMinor: number | null
  productId: string | null
  productName: string
  nameFolded: string
  /** Names and type, folded. */
  searchText: string
}

export interface SubscriptionEntryRow extends Omit<SubscriptionEntry, 'amount'> {
  subscriptionId: string
  customerId: string
  currency: string
  amountMinor: number
}
