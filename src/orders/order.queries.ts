import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { QueryOf } from '#/contract/endpoint.ts'
import { getOrder, listOrders } from '#/contract/orders.ts'
import { api } from '#/shared/api/api.ts'

/** Filters, sort and words of the orders list; paging is the query's own. */
export type OrderListParams = Omit<NonNullable<QueryOf<typeof listOrders>>, 'limit' | 'cursor' | 'count'>

export const orderKeys = {
  all: ['orders'] as const,
  lists: () => [...orderKeys.all, 'list'] as const,
  detail: (id: string) => [...orderKeys.all, 'detail', id] as const,
}

const pageSize = 50

/** Pages of the orders list; the first one carries the total. */
export const orderListQuery = (params: OrderListParams) =>
  infiniteQueryOptions({
    queryKey: [...orderKeys.lists(), params] as const,
    queryFn: ({ pageParam, signal }) => {
      const { q, ...rest } = params
      const words = q?.trim() ? { q: q.trim() } : {}
      const place = pageParam === undefined ? { count: true } : { cursor: pageParam }
      return api(listOrders, { query: { ...rest, ...words, ...place, limit: pageSize }, signal })
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

/** One order with lines, shipments, payments and history. */
export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: orderKeys.detail(id),
    queryFn: ({ signal }) => api(getOrder, { path: { id }, signal }),
  })
