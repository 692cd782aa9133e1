import { queryOptions } from '@tanstack/react-query'
import { listScopes } from '#/contract/service.ts'
import { api } from '#/shared/api/api.ts'

/** Scopes that the person may see, with their currency and languages. */
export const scopesQuery = queryOptions({
  queryKey: ['scopes'] as const,
  queryFn: async ({ signal }) => (await api(listScopes, { signal })).items,
  staleTime: 30 * 60_000,
})
