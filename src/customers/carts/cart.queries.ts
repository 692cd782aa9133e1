import { infiniteQueryOptions } from '@tanstack/react-query'
import { listCarts } from '#/contract/carts.ts'
import { api } from '#/shared/api/api.ts'

/** Carts of a customer that hold items and are not orders yet. */
export const cartListQuery = (customerId: string, sort: string) =>
  infiniteQueryOptions({
    queryKey: ['customers', 'carts', customerId, sort] as const,
    queryFn: ({ pageParam, signal }) =>
      api(listCarts, {
        path: { id: customerId },
        query: pageParam === undefined ? { sort, count: true } : { sort, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
