import { queryOptions } from '@tanstack/react-query'
import { getConfig } from '#/contract/service.ts'
import { api } from '#/shared/api/api.ts'

/** Features, limits and links of this installation. */
export const configQuery = queryOptions({
  queryKey: ['config'] as const,
  queryFn: ({ signal }) => api(getConfig, { signal }),
  staleTime: 30 * 60_000,
})
