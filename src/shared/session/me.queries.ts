import { queryOptions, useQuery } from '@tanstack/react-query'
import { getMe } from '#/contract/me.ts'
import type { Permission } from '#/contract/permissions.ts'
import { api } from '#/shared/api/api.ts'

/** Who is signed in; what they may do decides what the screens offer. */
export const meQuery = queryOptions({
  queryKey: ['me'] as const,
  queryFn: ({ signal }) => api(getMe, { signal }),
  staleTime: 5 * 60_000,
})

/** True when the person may do it; false while that is not known. The server decides again. */
export function useMay(permission: Permission): boolean {
  return useQuery({ ...meQuery, select: (me) => me.permissions.includes(permission) }).data ?? false
}
