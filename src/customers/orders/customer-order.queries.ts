import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { getHiddenRows, listCustomerOrders, listOrderValues } from '#/contract/orders.ts'
import type { OrderListView } from '#/customers/orders/order-list-view.ts'
import { api } from '#/shared/api/api.ts'

const pageSize = 100

/** Past, current and recurring orders of a customer; the first page carries the total. */
export const customerOrderListQuery = (customerId: string, view: OrderListView) =>
  infiniteQueryOptions({
    queryKey: ['customers', 'orders', customerId, view] as const,
    queryFn: ({ pageParam, signal }) => {
      const { currency, ...filters } = view
      return api(listCustomerOrders, {
        path: { id: customerId },
        query: {
          ...filters,
          ...(currency === undefined ? {} : { currency: [currency] }),
          limit: pageSize,
          ...(pageParam === undefined ? { count: true } : { cursor: pageParam }),
        },
        signal,
      })
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

/** What the customer ordered by month and currency. */
export const orderValuesQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['customers', 'order-values', customerId] as const,
    queryFn: async ({ signal }) => (await api(listOrderValues, { path: { id: customerId }, signal })).items,
  })

/** Whether orders or carts lie in scopes that the person does not see. */
export const hiddenRowsQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['customers', 'hidden-rows', customerId] as const,
    queryFn: ({ signal }) => api(getHiddenRows, { path: { id: customerId }, signal }),
  })
