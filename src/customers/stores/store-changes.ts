import type { InfiniteData } from '@tanstack/react-query'
import type { Page } from '#/contract/common.ts'
import type { CustomerStore } from '#/contract/stores.ts'
import { listsWith } from '#/customers/customer-changes.ts'
import { customerKeys } from '#/customers/customer.queries.ts'
import { preferredStoreQuery, storeKeys } from '#/customers/stores/store.queries.ts'
import { dataOf, listShows, type ChangeRules } from '#/shared/live/change-rules.ts'

/** Stores, and which ones a customer uses and prefers. */
export const storeChanges: ChangeRules = {
  customerStore: (event) => {
    const { customerId } = event
    if (customerId === null) return {}
    return {
      source: {
        queryKey: [...storeKeys.of(customerId), 'list'],
        shows: (data) => {
          const { pages } = data as InfiniteData<Page<CustomerStore>>
          const isWhole = pages.at(-1)?.next === undefined
          const linked = pages.flatMap(({ items }) => items.flatMap(({ store, linked: is }) => (is ? [store.id] : [])))
          return (
            (isWhole || event.type === 'customerStore.created') &&
            listShows(
              linked.map((id) => ({ id })),
              event,
            )
          )
        },
      },
      others: [{ queryKey: storeKeys.of(customerId) }, listsWith(customerId)],
    }
  },
  preferredStore: ({ resource, etag }) => ({
    source: dataOf(preferredStoreQuery(resource.id), (preferred) => preferred.etag === etag),
    others: [{ queryKey: storeKeys.of(resource.id) }, { queryKey: customerKeys.detail(resource.id) }],
  }),
  store: () => ({ others: [{ queryKey: ['stores'] }, { queryKey: ['customers', 'stores'] }] }),
}
