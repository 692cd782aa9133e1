import {
  matchQuery,
  MutationCache,
  QueryCache,
  QueryClient,
  type MutationCacheConfig,
  type QueryKey,
} from '@tanstack/react-query'
import { isApiError } from '#/shared/api/api-error.ts'

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** Queries that are out of date once the change is settled. */
      invalidates?: readonly QueryKey[]
      /** Who shows a failure: the form or dialog itself, or a notice (the default). */
      onFailure?: 'form' | 'notice'
      /** Needs no session, for it begins one. */
      signsIn?: boolean
    }
  }
}

interface Reactions {
  /** The session is over: sign in again over what is open. */
  onSignedOut: () => void
  /** A lone action failed and nobody else says so. */
  onFailure: (error: unknown) => void
  /** Whether the person has to sign in before anything else can be sent. */
  isSignedOut: () => boolean
}

const worthRetrying = (error: unknown) =>
  isApiError(error, 'network', 'unavailable', 'source-unavailable', 'too-many-requests', 'internal')

const isSessionOver = (error: unknown) => isApiError(error, 'unauthenticated', 'session-expired')

/** Keeps changes waiting while the person has to sign in; `resumePausedMutations` lets them go on. */
class PatientMutationCache extends MutationCache {
  readonly #isSignedOut: () => boolean

  constructor(isSignedOut: () => boolean, config: MutationCacheConfig) {
    super(config)
    this.#isSignedOut = isSignedOut
  }

  override canRun(mutation: Parameters<MutationCache['canRun']>[0]): boolean {
    return super.canRun(mutation) && (mutation.meta?.signsIn === true || !this.#isSignedOut())
  }
}

/**
 * The one place that reacts to every query and mutation. Reads are tried twice more when that may help. A write is sent
 * again only when it was refused because the session is over: once, as it was, after signing in.
 */
export function createQueryClient({ onSignedOut, onFailure, isSignedOut }: Reactions): QueryClient {
  const notice401 = (error: unknown) => {
    if (isSessionOver(error)) onSignedOut()
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: notice401 }),
    mutationCache: new PatientMutationCache(isSignedOut, {
      onError: (error, _input, _result, { meta }) => {
        if (meta?.signsIn === true) return
        notice401(error)
        if (meta?.onFailure !== 'form' && !isSessionOver(error)) onFailure(error)
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
        refetchOnWindowFocus: () => !isSignedOut(),
        refetchOnReconnect: () => !isSignedOut(),
      },
      mutations: {
        retry: (count, error) => {
          if (count > 0 || !isSessionOver(error)) return false
          // Before it is asked whether it can run: it waits from here on.
          onSignedOut()
          return true
        },
        retryDelay: 0,
      },
    },
  })
  return client
}
