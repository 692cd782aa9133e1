import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { listActsFor, listAlternativeContacts } from '#/contract/alternative-contacts.ts'
import type { Total } from '#/contract/common.ts'
import { listContacts } from '#/contract/contacts.ts'
import { listSubscriptions } from '#/contract/subscriptions.ts'
import { api } from '#/shared/api/api.ts'
import { readAll } from '#/shared/api/read-all.ts'

export const contactKeys = {
  list: (customerId: string) => ['customers', 'contacts', customerId] as const,
  allDelegates: () => ['customers', 'alternative-contacts'] as const,
  delegates: (customerId: string) => [...contactKeys.allDelegates(), customerId] as const,
  allActsFor: () => ['customers', 'acts-for'] as const,
  actsFor: (customerId: string) => [...contactKeys.allActsFor(), customerId] as const,
  products: (customerId: string) => ['customers', 'product-choices', customerId] as const,
}

/** A list that is small by nature, whole. */
export interface WholeList<Item> {
  items: readonly Item[]
  total: Total
}

async function readWhole<Item>(read: Parameters<typeof readAll<Item>>[0]): Promise<WholeList<Item>> {
  const items = await readAll(read)
  return { items, total: { value: items.length, relation: 'eq' } }
}

/** Primary, billing, then the newest. */
export const contactListQuery = (customerId: string) =>
  queryOptions({
    queryKey: contactKeys.list(customerId),
    queryFn: ({ signal }) => readWhole((query) => api(listContacts, { path: { id: customerId }, query, signal })),
  })

/** Other customers who may act for this one, the newest first. */
export const delegateListQuery = (customerId: string) =>
  queryOptions({
    queryKey: contactKeys.delegates(customerId),
    queryFn: ({ signal }) =>
      readWhole((query) => api(listAlternativeContacts, { path: { id: customerId }, query, signal })),
  })

/** Accounts that the customer may act for, the newest first: somebody who does it for a living may have many. */
export const actsForListQuery = (customerId: string) =>
  infiniteQueryOptions({
    queryKey: contactKeys.actsFor(customerId),
    queryFn: ({ pageParam, signal }) =>
      api(listActsFor, {
        path: { id: customerId },
        query: { limit: 50, ...(pageParam === undefined ? { count: true } : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

/** The products that rights can be given for, by name. */
export const productChoicesQuery = (customerId: string) =>
  queryOptions({
    queryKey: contactKeys.products(customerId),
    queryFn: async ({ signal }) => {
      const items = await readAll((query) =>
        api(listSubscriptions, { path: { id: customerId }, query: { ...query, sort: 'name' }, signal }),
      )
      return items.map(({ id, name, status }) => ({ id, name, status }))
    },
  })
