import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { getCart, listCarts } from '#/contract/carts.ts'
import type { CartListView } from '#/customers/carts/cart-list-view.ts'
import { api } from '#/shared/api/api.ts'

/** Carts of a customer that hold items and are not orders yet. */
export const cartListQuery = (customerId: string, view: CartListView) =>
  infiniteQueryOptions({
    queryKey: ['customers', 'carts', customerId, view] as const,
    queryFn: ({ pageParam, signal }) =>
      api(listCarts, {
        path: { id: customerId },
        query: pageParam === undefined ? { ...view, count: true } : { ...view, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

/** One cart with its lines, and the order that it became meanwhile. */
export const cartQuery = (customerId: string, id: string) =>
  queryOptions({
    queryKey: ['customers', 'cart', customerId, id] as const,
    queryFn: ({ signal }) => api(getCart, { path: { id }, signal }),
  })
