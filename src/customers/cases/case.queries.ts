import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { listActivities } from '#/contract/activities.ts'
import { getCase, listCases } from '#/contract/cases.ts'
import { listStaff } from '#/contract/staff.ts'
import { listSubscriptions } from '#/contract/subscriptions.ts'
import type { CaseFilters } from '#/customers/cases/case-view.ts'
import { api } from '#/shared/api/api.ts'
import { readAll } from '#/shared/api/read-all.ts'

export const caseKeys = {
  /** All lists of the cases of a customer. */
  lists: (customerId: string) => ['customers', 'cases', customerId] as const,
  one: (caseId: string) => ['customers', 'case', caseId] as const,
}

const pageSize = 50

/** Cases of a customer; the first page carries the total. */
export const caseListQuery = (customerId: string, filters: CaseFilters) =>
  infiniteQueryOptions({
    queryKey: [...caseKeys.lists(customerId), filters] as const,
    queryFn: ({ pageParam, signal }) =>
      api(listCases, {
        path: { id: customerId },
        query: { ...filters, limit: pageSize, ...(pageParam === undefined ? { count: true } : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

/** One case with its comments. */
export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: caseKeys.one(caseId),
    queryFn: ({ signal }) => api(getCase, { path: { caseId }, signal }),
  })

/** Products of a customer that a case may be about, the newest first. */
export const caseProductsQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['customers', 'case-products', customerId] as const,
    queryFn: async ({ signal }) =>
      (await api(listSubscriptions, { path: { id: customerId }, query: { limit: 200 }, signal })).items,
  })

/** Everybody of the staff who can sign in; for who manages staff. */
export const activeStaffQuery = queryOptions({
  queryKey: ['staff', 'active'] as const,
  queryFn: async ({ signal }) => {
    const staff = await readAll((query) => api(listStaff, { query: { ...query, active: true }, signal }))
    return staff.map(({ id, displayName }) => ({ id, displayName }))
  },
})

/** Who of the staff has done something for a customer, as they are called now. */
export const customerActorsQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['customers', 'case-actors', customerId] as const,
    queryFn: async ({ signal }) => {
      const query = { actorType: ['staff' as const], limit: 1, groups: true }
      const { counts } = await api(listActivities, { path: { id: customerId }, query, signal })
      return (counts?.actors ?? []).flatMap(({ id, displayName }) =>
        id === null || displayName === null ? [] : [{ id, displayName }],
      )
    },
  })
