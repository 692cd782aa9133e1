import type { CustomerRow } from '#server/store/rows.ts'
import {
  aBillingInfo,
  anInstalmentPurchase,
  anInvoice,
  aPayment,
  aSubscription,
  aSubscriptionEntry,
} from '#tests/billing-builders.ts'
import type { RowsToInsert } from '#tests/builders.ts'
import type { ValidRequest } from '#tests/contract/valid-request.ts'

/** What a customer has and owes, with a request for each operation about it. */
export function aBillingWorld({ id: customerId }: CustomerRow) {
  const at = `/customers/${customerId}`
  const invoice = anInvoice({ customerId })
  const subscription = aSubscription({ customerId })
  const rows: RowsToInsert = {
    billingInfos: [aBillingInfo({ id: customerId })],
    invoices: [invoice],
    payments: [aPayment({ customerId })],
    instalmentPurchases: [anInstalmentPurchase({ customerId })],
    subscriptions: [subscription],
    subscriptionEntries: [aSubscriptionEntry(subscription)],
  }
  const requests = {
    getBillingInfo: { path: `${at}/billing-info` },
    patchBillingInfo: { path: `${at}/billing-info`, body: { billingDay: 15 }, ifMatch: '"1"' },
    listInvoices: { path: `${at}/invoices` },
    createInvoice: {
      path: `${at}/invoices`,
      body: { currency: 'CAD', lines: [{ description: 'Beans', quantity: 2, unitPriceMinor: 1250 }] },
    },
    getInvoice: { path: `/invoices/${invoice.id}` },
    getInvoiceDocument: { path: `/invoices/${invoice.id}/document` },
    listPayments: { path: `${at}/payments` },
    listInstalmentPurchases: { path: `${at}/instalment-purchases` },
    listSubscriptions: { path: `${at}/subscriptions` },
    getSubscription: { path: `/subscriptions/${subscription.id}` },
    listSubscriptionHistory: { path: `/subscriptions/${subscription.id}/history` },
  } satisfies Record<string, ValidRequest>
  return { rows, requests }
}
