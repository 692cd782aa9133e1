import { matchQuery, MutationCache, QueryCache, QueryClient, type QueryKey } from '@tanstack/react-query'
import { isApiError } from '#/shared/api/api-error.ts'

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** Queries that are out of date once the change is settled. */
      invalidates?: readonly QueryKey[]
      /** Who shows a failure: the form or dialog itself, or a notice (the default). */
      onFailure?: 'form' | 'notice'
    }
  }
}

interface Reactions {
  /** The session is over: sign in again over what is open. */
  onSignedOut: () => void
  /** A lone action failed and nobody else says so. */
  onFailure: (error: unknown) => void
}

const worthRetrying = (error: unknown) =>
  isApiError(error, 'network', 'unavailable', 'source-unavailable', 'too-many-requests', 'internal')

/** The one place that reacts to every query and mutation. Reads are tried twice more when that may help, writes never. */
export function createQueryClient({ onSignedOut, onFailure }: Reactions): QueryClient {
  const notice401 = (error: unknown) => {
    if (isApiError(error, 'unauthenticated', 'session-expired')) onSignedOut()
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: notice401 }),
    mutationCache: new MutationCache({
      onError: (error, _input, _result, { meta }) => {
        notice401(error)
        if (meta?.onFailure !== 'form' && !isApiError(error, 'unauthenticated', 'session-expired')) onFailure(error)
      },
      onSettled: (_data, _error, _input, _result, { options: { mutationKey }, meta }) => {
        // A later save of the same thing is still in flight: let the last one refetch, or the screen flickers.
        if (mutationKey && client.isMutating({ mutationKey }) > 1) return undefined
        return client.invalidateQueries({
          predicate: (query) => meta?.invalidates?.some((queryKey) => matchQuery({ queryKey }, query)) ?? false,
        })
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 30 * 60_000,
        retry: (count, error) => count < 2 && worthRetrying(error),
        retryDelay: (count, error) =>
          isApiError(error) && error.retryAfter !== undefined ? error.retryAfter * 1000 : 400 * 2 ** count,
      },
      mutations: { retry: false },
    },
  })
  return client
}
