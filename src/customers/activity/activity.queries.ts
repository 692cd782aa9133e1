import { infiniteQueryOptions } from '@tanstack/react-query'
import { listActivities } from '#/contract/activities.ts'
import type { ActivityFilters } from '#/customers/activity/activity-view.ts'
import { api } from '#/shared/api/api.ts'

export const activityKeys = {
  /** All lists of what happened to a customer. */
  lists: (customerId: string) => ['customers', 'activities', customerId] as const,
}

const pageSize = 100

/** What the first page brings besides: how many there are, in total and by group, kind and actor. */
export const firstPage = { limit: pageSize, count: true, groups: true }

/** What happened, the newest first. */
export const activityListQuery = (customerId: string, filters: ActivityFilters) =>
  infiniteQueryOptions({
    queryKey: [...activityKeys.lists(customerId), filters] as const,
    queryFn: ({ pageParam, signal }) =>
      api(listActivities, {
        path: { id: customerId },
        query: {
          ...filters,
          ...(pageParam === undefined ? firstPage : { limit: pageSize, cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

/** Entries from before activities were kept as they are now. */
export const legacyListQuery = (customerId: string) =>
  infiniteQueryOptions({
    queryKey: ['customers', 'legacy-activities', customerId] as const,
    queryFn: ({ pageParam, signal }) =>
      api(listActivities, {
        path: { id: customerId },
        query: {
          legacy: true,
          limit: pageSize,
          ...(pageParam === undefined ? { count: true } : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
