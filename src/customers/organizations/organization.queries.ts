import { infiniteQueryOptions } from '@tanstack/react-query'
import { listCustomerOrganizations } from '#/contract/organizations.ts'
import { api } from '#/shared/api/api.ts'

/** Organizations that the customer belongs to, in the given order (`name`, `-number`). */
export const membershipListQuery = (customerId: string, sort: string) =>
  infiniteQueryOptions({
    queryKey: ['customers', 'organizations', customerId, sort] as const,
    queryFn: ({ pageParam, signal }) =>
      api(listCustomerOrganizations, {
        path: { id: customerId },
        query: pageParam === undefined ? { sort, count: true } : { sort, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
