import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { QueryOf } from '#/contract/endpoint.ts'
import { listSavedPayments } from '#/contract/saved-payments.ts'
import { api } from '#/shared/api/api.ts'

/** Sort and filter of the list; paging is the query's own. */
export type SavedPaymentParams = Pick<NonNullable<QueryOf<typeof listSavedPayments>>, 'sort' | 'status'>

export const savedPaymentKeys = {
  of: (customerId: string) => ['customers', 'payments', customerId] as const,
  lists: (customerId: string) => [...savedPaymentKeys.of(customerId), 'list'] as const,
}

/** Payment methods saved for reuse; sources that failed are named beside them, on the first page. */
export const savedPaymentListQuery = (customerId: string, params: SavedPaymentParams) =>
  infiniteQueryOptions({
    queryKey: [...savedPaymentKeys.lists(customerId), params] as const,
    queryFn: ({ pageParam, signal }) =>
      api(listSavedPayments, {
        path: { id: customerId },
        query: { ...params, ...(pageParam === undefined ? { count: true } : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

/** All of them, whatever the list is narrowed to: for what depends on the others. */
export const everySavedPaymentQuery = (customerId: string) =>
  queryOptions({
    queryKey: [...savedPaymentKeys.of(customerId), 'every'] as const,
    queryFn: ({ signal }) => api(listSavedPayments, { path: { id: customerId }, query: { limit: 200 }, signal }),
    staleTime: 0,
  })
