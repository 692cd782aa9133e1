import { queryOptions } from '@tanstack/react-query'

/** Regions and postal rules of every country: code that is loaded when an address first needs it. */
export const placeRulesQuery = queryOptions({
  queryKey: ['place-rules'],
  queryFn: async () => import('#/contract/place-rules.ts'),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
  retry: false,
  retryOnMount: false,
})
