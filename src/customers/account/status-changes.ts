import { infiniteQueryOptions } from '@tanstack/react-query'
import { listStatusChanges } from '#/contract/customer-status.ts'
import { customerKeys } from '#/customers/customer.queries.ts'
import { api } from '#/shared/api/api.ts'

export const statusChangeKeys = {
  of: (customerId: string) => [...customerKeys.all, 'status-changes', customerId] as const,
}

const pageSize = 20

/** Changes of status of one customer, newest first. */
export const statusChangesQuery = (customerId: string) =>
  infiniteQueryOptions({
    queryKey: statusChangeKeys.of(customerId),
    queryFn: ({ pageParam, signal }) =>
      api(listStatusChanges, {
        path: { id: customerId },
        query: { limit: pageSize, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
