import { queryOptions } from '@tanstack/react-query'
import { listSavedPayments } from '#/contract/saved-payments.ts'
import { api } from '#/shared/api/api.ts'

/** Payment methods saved for reuse; sources that failed are named beside them. */
export const savedPaymentListQuery = (customerId: string, sort: string) =>
  queryOptions({
    queryKey: ['customers', 'payments', customerId, sort] as const,
    queryFn: ({ signal }) =>
      api(listSavedPayments, { path: { id: customerId }, query: { sort, count: true, limit: 200 }, signal }),
  })
