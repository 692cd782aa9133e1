import { infiniteQueryOptions } from '@tanstack/react-query'
import type { QueryOf } from '#/contract/endpoint.ts'
import { listCustomerOrders } from '#/contract/orders.ts'
import { api } from '#/shared/api/api.ts'

export type CustomerOrderParams = Pick<NonNullable<QueryOf<typeof listCustomerOrders>>, 'kind' | 'sort'>

/** Past, current and recurring orders of a customer; the first page carries the total. */
export const customerOrderListQuery = (customerId: string, params: CustomerOrderParams) =>
  infiniteQueryOptions({
    queryKey: ['customers', 'orders', customerId, params] as const,
    queryFn: ({ pageParam, signal }) =>
      api(listCustomerOrders, {
        path: { id: customerId },
        query: { ...params, limit: 100, ...(pageParam === undefined ? { count: true } : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
