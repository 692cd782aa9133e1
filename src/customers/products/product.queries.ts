import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { listInstalmentPurchases, type InstalmentPurchase } from '#/contract/instalment-purchases.ts'
import { getSubscription, listSubscriptionHistory, listSubscriptions } from '#/contract/subscriptions.ts'
import type { ProductFilters } from '#/customers/products/product-view.ts'
import { api } from '#/shared/api/api.ts'

export const productKeys = {
  lists: (customerId: string) => ['customers', 'products', customerId] as const,
  detail: (id: string) => ['customers', 'product', id] as const,
  history: (id: string) => ['customers', 'product-history', id] as const,
  instalments: (customerId: string) => ['customers', 'instalments', customerId] as const,
}

/** What a customer has; the first page brings the total, and what can be filtered for. */
export const productListQuery = (customerId: string, filters: ProductFilters) =>
  infiniteQueryOptions({
    queryKey: [...productKeys.lists(customerId), filters] as const,
    queryFn: ({ pageParam, signal }) =>
      api(listSubscriptions, {
        path: { id: customerId },
        query: {
          ...filters,
          limit: 50,
          ...(pageParam === undefined ? { count: true, facets: true } : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

/** One subscription or other holding. */
export const productQuery = (id: string) =>
  queryOptions({
    queryKey: productKeys.detail(id),
    queryFn: ({ signal }) => api(getSubscription, { path: { subscriptionId: id }, signal }),
  })

/** What was charged, credited, paid and refunded, the newest first. */
export const productHistoryQuery = (id: string, kind: readonly string[]) =>
  infiniteQueryOptions({
    queryKey: [...productKeys.history(id), kind] as const,
    queryFn: ({ pageParam, signal }) =>
      api(listSubscriptionHistory, {
        path: { subscriptionId: id },
        query: {
          limit: 20,
          ...(kind.length > 0 ? { kind: [...kind] } : {}),
          ...(pageParam === undefined ? { count: true } : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

/** What a customer pays for in instalments, the newest first. */
export const instalmentListQuery = (customerId: string, status: readonly InstalmentPurchase['status'][]) =>
  infiniteQueryOptions({
    queryKey: [...productKeys.instalments(customerId), status] as const,
    queryFn: ({ pageParam, signal }) =>
      api(listInstalmentPurchases, {
        path: { id: customerId },
        query: {
          limit: 20,
          ...(status.length > 0 ? { status: [...status] } : {}),
          ...(pageParam === undefined ? { count: true, facets: true } : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
