import type { InfiniteData } from '@tanstack/react-query'
import type { Page } from '#/contract/common.ts'
import type { SavedPayment } from '#/contract/saved-payments.ts'
import { savedPaymentKeys } from '#/customers/payments/saved-payment.queries.ts'
import { listShows, type ChangeRules } from '#/shared/live/change-rules.ts'

/** Payment methods saved for reuse. */
export const paymentChanges: ChangeRules = {
  savedPayment: (event) => {
    const { customerId } = event
    if (customerId === null) return {}
    return {
      source: {
        queryKey: savedPaymentKeys.lists(customerId),
        shows: (data) =>
          listShows(
            (data as InfiniteData<Page<SavedPayment>>).pages.flatMap(({ items }) => items),
            event,
          ),
      },
      others: [{ queryKey: savedPaymentKeys.of(customerId) }],
    }
  },
}
