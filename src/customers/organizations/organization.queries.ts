import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import {
  getOrganization,
  listCustomerOrganizations,
  listOrganizations,
  type Membership,
} from '#/contract/organizations.ts'
import { api } from '#/shared/api/api.ts'

export const organizationKeys = {
  /** Memberships of one customer. */
  of: (customerId: string) => ['customers', 'organizations', customerId] as const,
  all: ['organizations'] as const,
}

/** Organizations that the customer belongs to, in the given order (`name`, `-number`). */
export const membershipListQuery = (customerId: string, sort: string) =>
  infiniteQueryOptions({
    queryKey: [...organizationKeys.of(customerId), 'list', sort] as const,
    queryFn: ({ pageParam, signal }) =>
      api(listCustomerOrganizations, {
        path: { id: customerId },
        query: pageParam === undefined ? { sort, count: true } : { sort, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

async function everyMembership(customerId: string, signal: AbortSignal): Promise<Membership[]> {
  const found: Membership[] = []
  let cursor: string | undefined
  do {
    const place = cursor === undefined ? {} : { cursor }
    const page = await api(listCustomerOrganizations, {
      path: { id: customerId },
      query: { limit: 200, ...place },
      signal,
    })
    found.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined)
  return found
}

/** Ids of every organization that the customer belongs to, on whatever page it stands. */
export const membershipIdsQuery = (customerId: string) =>
  queryOptions({
    queryKey: [...organizationKeys.of(customerId), 'ids'] as const,
    queryFn: async ({ signal }) => (await everyMembership(customerId, signal)).map(({ id }) => id),
    staleTime: 0,
  })

/** Organizations that hold the words in name, number or manager; all of them without words. */
export const organizationSearchQuery = (words: string) =>
  infiniteQueryOptions({
    queryKey: [...organizationKeys.all, 'search', words] as const,
    queryFn: ({ pageParam, signal }) =>
      api(listOrganizations, {
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

/** One organization. A membership that is known shows the same facts until it is read. */
export const organizationQuery = (id: string) =>
  queryOptions({
    queryKey: [...organizationKeys.all, 'detail', id] as const,
    queryFn: ({ signal }) => api(getOrganization, { path: { id }, signal }),
  })

/** Begins to read an organization before its panel asks for it. */
export const prefetchOrganization = (client: QueryClient, id: string) => client.prefetchQuery(organizationQuery(id))
