import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { getPreferredStore, listCustomerStores, listStores, type CustomerStore } from '#/contract/stores.ts'
import { api } from '#/shared/api/api.ts'

export const storeKeys = {
  /** List and preferred store of one customer. */
  of: (customerId: string) => ['customers', 'stores', customerId] as const,
}

/** Stores that the customer uses: preferred first, then by use. */
export const customerStoreListQuery = (customerId: string) =>
  infiniteQueryOptions({
    queryKey: [...storeKeys.of(customerId), 'list'] as const,
    queryFn: ({ pageParam, signal }) =>
      api(listCustomerStores, {
        path: { id: customerId },
        query: pageParam === undefined ? { count: true } : { cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

/** The preferred store with the version that a change is based on. */
export const preferredStoreQuery = (customerId: string) =>
  queryOptions({
    queryKey: [...storeKeys.of(customerId), 'preferred'] as const,
    queryFn: ({ signal }) => api(getPreferredStore, { path: { id: customerId }, signal }),
  })

async function everyStore(customerId: string, signal: AbortSignal): Promise<CustomerStore[]> {
  const found: CustomerStore[] = []
  let cursor: string | undefined
  do {
    const place = cursor === undefined ? {} : { cursor }
    const page = await api(listCustomerStores, { path: { id: customerId }, query: { limit: 200, ...place }, signal })
    found.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined)
  return found
}

/** Every store of the customer, for editing the list. */
export const everyCustomerStoreQuery = (customerId: string) =>
  queryOptions({
    queryKey: [...storeKeys.of(customerId), 'every'] as const,
    queryFn: ({ signal }) => everyStore(customerId, signal),
    staleTime: 0,
  })

/** Stores that hold the words in name, number or city; all of them without words. */
export const storeSearchQuery = (words: string) =>
  infiniteQueryOptions({
    queryKey: ['stores', 'search', words] as const,
    queryFn: ({ pageParam, signal }) =>
      api(listStores, {
        query: {
          sort: 'name',
          ...(words === '' ? {} : { q: words }),
          ...(pageParam === undefined ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
