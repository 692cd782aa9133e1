import { infiniteQueryOptions } from '@tanstack/react-query'
import { listAlerts } from '#/contract/alerts.ts'
import { api } from '#/shared/api/api.ts'
import { beginOfDay } from '#/shared/format/local-time.ts'

/** Codes and days that narrow the list. */
export interface AlertFilters {
  kind: readonly string[]
  from: string | undefined
  /** This day no longer counts. */
  to: string | undefined
}

export const alertKeys = {
  of: (customerId: string) => ['customers', 'alerts', customerId] as const,
}

const pageSize = 30

/** Alerts of one customer, newest first; the first page carries the total. */
export const alertListQuery = (customerId: string, { kind, from, to }: AlertFilters) =>
  infiniteQueryOptions({
    queryKey: [...alertKeys.of(customerId), { kind, from, to }] as const,
    queryFn: ({ pageParam, signal }) =>
      api(listAlerts, {
        path: { id: customerId },
        query: {
          limit: pageSize,
          ...(kind.length > 0 ? { kind: [...kind] } : {}),
          ...(from === undefined ? {} : { sentFrom: beginOfDay(from) }),
          ...(to === undefined ? {} : { sentTo: beginOfDay(to) }),
          ...(pageParam === undefined ? { count: true } : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
