import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query'
import type { Page } from '#/contract/common.ts'
import { listCustomers, type CustomerListItem } from '#/contract/customers.ts'
import { statusChangeKeys } from '#/customers/account/status-changes.ts'
import { likeKey } from '#/customers/account/duplicate.queries.ts'
import {
  customerKeys,
  customerQuery,
  customerTitleQuery,
  listedBy,
  type CustomerListParams,
} from '#/customers/customer.queries.ts'
import { api } from '#/shared/api/api.ts'
import { dataOf, listShows, type Affected, type ChangeRules } from '#/shared/live/change-rules.ts'

type ListPages = InfiniteData<Page<CustomerListItem>>

const isPages = (data: unknown): data is ListPages => typeof data === 'object' && data !== null && 'pages' in data

/** Puts the present row of a customer into a list that shows one. */
async function patchRow(client: QueryClient, queryKey: QueryKey, id: string) {
  const isListed = (data: unknown) =>
    isPages(data) && data.pages.some(({ items }) => items.some((item) => item.id === id))
  if (!isListed(client.getQueryData(queryKey))) return
  const row = await client.fetchQuery({ ...customerTitleQuery(id), staleTime: 0 })
  client.setQueryData(queryKey, (data: unknown) => {
    if (!isPages(data)) return data
    const pages = data.pages.map((page) => ({
      ...page,
      items: page.items.flatMap((item) => (item.id === id ? (row ?? []) : item)),
    }))
    return { ...data, pages }
  })
}

/** Puts the present number of customers into a list. */
async function patchTotal(client: QueryClient, queryKey: QueryKey) {
  const params = queryKey[customerKeys.lists().length] as CustomerListParams
  const { total } = await client.fetchQuery({
    queryKey: [...customerKeys.all, 'total', params],
    queryFn: ({ signal }) => api(listCustomers, { query: { ...listedBy(params), count: true, limit: 1 }, signal }),
    staleTime: 0,
    gcTime: 0,
  })
  client.setQueryData(queryKey, (data: unknown) => {
    if (!isPages(data)) return data
    const pages = data.pages.map((page, index) => (index === 0 && total ? { ...page, total } : page))
    return { ...data, pages }
  })
}

/** Lists of customers, which may have come to hold one or not to. What is found as alike is no list to keep up with. */
export const listsWith = (customerId: string): Affected => ({
  queryKey: customerKeys.lists(),
  isMeant: (queryKey) => queryKey[customerKeys.lists().length] !== likeKey,
  patch: async (client, queryKey) => {
    await Promise.all([patchRow(client, queryKey, customerId), patchTotal(client, queryKey)])
  },
})

/** Name, number and badges of a customer on its tab. */
export const titleOf = (customerId: string): Affected => ({ queryKey: customerKeys.title(customerId) })

/** Account and status of a customer: everywhere it is shown. */
export const customerChanges: ChangeRules = {
  customer: (event) => {
    const { id } = event.resource
    const isIt = (item: CustomerListItem | null) => listShows(item ? [item] : [], event)
    const list = listsWith(id)
    return {
      source: dataOf(customerQuery(id), (customer) => listShows([customer], event)),
      others: [
        dataOf(customerTitleQuery(id), isIt),
        {
          ...list,
          shows: (data) =>
            event.type !== 'customer.deleted' &&
            isPages(data) &&
            data.pages.some(({ items }) => listShows(items, event)),
        },
        ...(event.type === 'customer.statusChanged' ? [{ queryKey: statusChangeKeys.of(id) }] : []),
      ],
    }
  },
}
