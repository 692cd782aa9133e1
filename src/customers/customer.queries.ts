import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { getCustomer, listCustomers, type CustomerListItem } from '#/contract/customers.ts'
import type { QueryOf } from '#/contract/endpoint.ts'
import { api } from '#/shared/api/api.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { isNewId } from '#/workspace/open-records.ts'

/** Filters, sort and words of a list; paging is the query's own. */
export type CustomerListParams = Omit<NonNullable<QueryOf<typeof listCustomers>>, 'limit' | 'cursor' | 'count' | 'id'>

export const customerKeys = {
  all: ['customers'] as const,
  lists: () => [...customerKeys.all, 'list'] as const,
  titles: () => [...customerKeys.all, 'title'] as const,
  title: (id: string) => [...customerKeys.titles(), id] as const,
  detail: (id: string) => [...customerKeys.all, 'detail', id] as const,
}

const pageSize = 50

/** What a list is asked for, apart from the place in it. */
export function listedBy({ q, ...rest }: CustomerListParams) {
  return { ...rest, ...(q?.trim() ? { q: q.trim() } : {}) }
}

/** Pages of the list; the first one carries the total. */
export const customerListQuery = (params: CustomerListParams) =>
  infiniteQueryOptions({
    queryKey: [...customerKeys.lists(), params] as const,
    queryFn: async ({ pageParam, signal, client }) => {
      const place = pageParam === undefined ? { count: true } : { cursor: pageParam }
      const page = await api(listCustomers, { query: { ...listedBy(params), ...place, limit: pageSize }, signal })
      // A record that is opened from a row needs no request for its title.
      for (const item of page.items) client.setQueryData(customerKeys.title(item.id), item)
      return page
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

/** Account fields of one customer. */
export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: customerKeys.detail(id),
    queryFn: ({ signal }) => api(getCustomer, { path: { id }, signal }),
  })

interface Waiting {
  resolve: (item: CustomerListItem | null) => void
  reject: (error: unknown) => void
}

/** Ids asked for in the same moment, so that thirty tabs cost one request. */
let asked: Map<string, Waiting[]> | undefined

async function answer(wanted: Map<string, Waiting[]>) {
  try {
    const { items } = await api(listCustomers, { query: { id: [...wanted.keys()], limit: 200 } })
    for (const [id, waiting] of wanted) {
      const found = items.find((item) => item.id === id) ?? null
      for (const { resolve } of waiting) resolve(found)
    }
  } catch (error) {
    for (const waiting of wanted.values()) for (const { reject } of waiting) reject(error)
  }
}

function fetchTitle(id: string): Promise<CustomerListItem | null> {
  return new Promise((resolve, reject) => {
    if (!asked || asked.size >= 100) {
      const wanted = new Map<string, Waiting[]>()
      asked = wanted
      setTimeout(() => {
        if (asked === wanted) asked = undefined
        void answer(wanted)
      })
    }
    asked.set(id, [...(asked.get(id) ?? []), { resolve, reject }])
  })
}

/** Name, number and badges of an open record; `null` when there is no such customer. Of a new one nobody is asked. */
export const customerTitleQuery = (id: string) =>
  queryOptions({
    queryKey: customerKeys.title(id),
    queryFn: () => fetchTitle(id),
    staleTime: 60_000,
    enabled: !isNewId(id),
  })

/** True when the customer is not there, or not for this person. */
export const isGone = (error: unknown) => isApiError(error, 'not-found')
