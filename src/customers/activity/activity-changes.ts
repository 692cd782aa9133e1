import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query'
import { listActivities } from '#/contract/activities.ts'
import type { ResultOf } from '#/contract/endpoint.ts'
import type { ActivityFilters } from '#/customers/activity/activity-view.ts'
import { activityKeys, firstPage } from '#/customers/activity/activity.queries.ts'
import { api } from '#/shared/api/api.ts'
import type { ChangeRule, ChangeRules } from '#/shared/live/change-rules.ts'

type Page = ResultOf<typeof listActivities>

/**
 * Puts what is new before what a long timeline holds already; entries never change, so nothing else has to be read. False
 * when more is new than one answer holds.
 */
async function readNewest(client: QueryClient, queryKey: QueryKey): Promise<boolean> {
  const [, , customerId, filters] = queryKey as readonly [string, string, string, ActivityFilters]
  const newest = await api(listActivities, { path: { id: customerId }, query: { ...filters, ...firstPage } })
  let isWhole = false
  client.setQueryData<InfiniteData<Page>>(queryKey, (data) => {
    const [first, ...others] = data?.pages ?? []
    if (!data || !first) return data
    const place = newest.items.findIndex(({ id }) => id === first.items[0]?.id)
    if (place === -1) return data
    isWhole = true
    const { total, counts } = newest
    const head = { ...first, items: [...newest.items.slice(0, place), ...first.items] }
    return { ...data, pages: [{ ...head, ...(total ? { total } : {}), ...(counts ? { counts } : {}) }, ...others] }
  })
  return isWhole
}

const happened: ChangeRule = ({ customerId }) =>
  customerId === null ? {} : { others: [{ queryKey: activityKeys.lists(customerId), patch: readNewest }] }

/** Whatever is done to a customer is written down. */
const resources = [
  'customer',
  'preferredStore',
  'attributes',
  'address',
  'membership',
  'customerStore',
  'order',
  'cart',
  'savedPayment',
  'note',
  'case',
  'contact',
  'alternativeContact',
  'alert',
  'billingInfo',
  'invoice',
  'payment',
  'instalmentPurchase',
  'subscription',
  'job',
]

export const activityChanges: ChangeRules = Object.fromEntries(resources.map((type) => [type, happened]))
