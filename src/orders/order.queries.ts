import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { QueryOf } from '#/contract/endpoint.ts'
import { getOrder, listOrders } from '#/contract/orders.ts'
import { getStore } from '#/contract/stores.ts'
import { api } from '#/shared/api/api.ts'

/** Filters, sort and words of the orders list; paging is the query's own. */
export type OrderListParams = Omit<
  NonNullable<QueryOf<typeof listOrders>>,
  'limit' | 'cursor' | 'count' | 'currency'
> & { currency?: string | undefined }

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
      const { q, currency, ...rest } = params
      const words = q?.trim() ? { q: q.trim() } : {}
      const place = pageParam === undefined ? { count: true } : { cursor: pageParam }
      const amounts = currency === undefined ? {} : { currency: [currency] }
      return api(listOrders, { query: { ...rest, ...amounts, ...words, ...place, limit: pageSize }, signal })
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

/** A store that a shipment is picked up from or sent to. */
export const storeQuery = (id: string) =>
  queryOptions({
    queryKey: ['stores', 'detail', id] as const,
    queryFn: ({ signal }) => api(getStore, { path: { id }, signal }),
    staleTime: 5 * 60_000,
  })
