import type { InfiniteData } from '@tanstack/react-query'
import type { Page } from '#/contract/common.ts'
import { billingInfoQuery, billingKeys } from '#/customers/billing/billing.queries.ts'
import { dataOf, listShows, type ChangeRules } from '#/shared/live/change-rules.ts'

const itemsOf = (data: unknown) =>
  (data as InfiniteData<Page<{ id: string; etag: string }>>).pages.flatMap(({ items }) => items)

/** Terms, invoices and payments; what is overdue stands with the terms, numbers of invoices with the payments. */
export const billingChanges: ChangeRules = {
  billingInfo: (event) => {
    const { customerId } = event
    if (customerId === null) return {}
    return { source: dataOf(billingInfoQuery(customerId), (info) => listShows([info], event)) }
  },
  invoice: (event) => {
    const { customerId } = event
    if (customerId === null) return {}
    return {
      source: { queryKey: billingKeys.invoices(customerId), shows: (data) => listShows(itemsOf(data), event) },
      others: [
        { queryKey: billingKeys.invoicesAlone(customerId) },
        { queryKey: billingKeys.info(customerId) },
        { queryKey: billingKeys.payments(customerId) },
      ],
    }
  },
  payment: (event) => {
    const { customerId } = event
    if (customerId === null) return {}
    return {
      source: { queryKey: billingKeys.payments(customerId), shows: (data) => listShows(itemsOf(data), event) },
    }
  },
  // Whoever becomes a VIP is no longer charged for subscriptions.
  customer: ({ customerId }) => (customerId === null ? {} : { others: [{ queryKey: billingKeys.info(customerId) }] }),
}
