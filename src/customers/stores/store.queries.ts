import { infiniteQueryOptions } from '@tanstack/react-query'
import { listCustomerStores } from '#/contract/stores.ts'
import { api } from '#/shared/api/api.ts'

/** Stores that the customer uses: preferred first, then by use. */
export const customerStoreListQuery = (customerId: string) =>
  infiniteQueryOptions({
    queryKey: ['customers', 'stores', customerId] as const,
    queryFn: ({ pageParam, signal }) =>
      api(listCustomerStores, {
        path: { id: customerId },
        query: pageParam === undefined ? { count: true } : { cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
