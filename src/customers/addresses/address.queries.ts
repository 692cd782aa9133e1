import { infiniteQueryOptions } from '@tanstack/react-query'
import { listAddresses } from '#/contract/addresses.ts'
import { api } from '#/shared/api/api.ts'

export const addressKeys = {
  list: (customerId: string) => ['customers', 'addresses', customerId] as const,
}

/** Addresses of a customer, preferred ones first. */
export const addressListQuery = (customerId: string) =>
  infiniteQueryOptions({
    queryKey: addressKeys.list(customerId),
    queryFn: ({ pageParam, signal }) =>
      api(listAddresses, {
        path: { id: customerId },
        query: pageParam === undefined ? { count: true, limit: 100 } : { cursor: pageParam, limit: 100 },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
