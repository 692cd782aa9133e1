import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query'
import type { Affected } from '#/shared/live/change-rules.ts'

/** A list that was scrolled through more pages than this is long: reading it again takes as many requests. */
const longFrom = 4
/** So it is read again this often at most, in milliseconds for each page. */
export const everyMsPerPage = 3000

const pagesOf = ({ state }: Query): number =>
  (state.data as Partial<InfiniteData<unknown>> | undefined)?.pages?.length ?? 0

/** Reads queries again that are in use, each once however often it is asked for, and never over what is newer. */
export function createRefresher(client: QueryClient, isAttended: () => boolean) {
  const cache = client.getQueryCache()
  /** When the data that are there, or on their way, were asked for. */
  const askedAt = new WeakMap<Query, number>()
  /** Queries that are to be read again once what is on its way is there. */
  const waiting = new Map<Query, { affected: Affected; heardAt: number }>()
  const timers = new Map<Query, ReturnType<typeof setTimeout>>()

  const unsubscribe = cache.subscribe((event) => {
    if (event.type === 'removed') forget(event.query)
    if (event.type !== 'updated') return
    const { query, action } = event
    // Further pages are read without those before them.
    const isMore = action.type === 'fetch' && action.meta?.fetchMore !== undefined
    if (action.type === 'fetch' && !isMore) askedAt.set(query, performance.now())
    const wanted = waiting.get(query)
    if (wanted && query.state.fetchStatus === 'idle') {
      waiting.delete(query)
      refreshOne(query, wanted.affected, wanted.heardAt)
    }
  })

  const forget = (query: Query) => {
    waiting.delete(query)
    clearTimeout(timers.get(query))
    timers.delete(query)
  }
  const read = (query: Query) => {
    forget(query)
    void client.refetchQueries({ predicate: (each) => each === query, type: 'active' }, { cancelRefetch: false })
  }
  const readLater = (query: Query) => {
    const left = (askedAt.get(query) ?? 0) + pagesOf(query) * everyMsPerPage - performance.now()
    if (left <= 0) read(query)
    else if (!timers.has(query))
      timers.set(
        query,
        setTimeout(() => readIfShown(query), left),
      )
  }
  const readIfShown = (query: Query) => {
    timers.delete(query)
    if (query.isActive() && isAttended()) read(query)
  }

  const patched = async (query: Query, { patch }: Affected): Promise<boolean> => {
    try {
      return (await patch?.(client, query.queryKey)) === true
    } catch {
      return false
    }
  }

  const refreshOne = (query: Query, affected: Affected, heardAt: number) => {
    if ((askedAt.get(query) ?? Number.NEGATIVE_INFINITY) >= heardAt) return
    const { data, fetchStatus } = query.state
    if (fetchStatus === 'fetching') {
      waiting.set(query, { affected, heardAt })
      return
    }
    if (data !== undefined && affected.shows?.(data) === true) return
    if (data !== undefined) query.invalidate()
    if (!query.isActive() || !isAttended()) return
    if (pagesOf(query) <= longFrom) return read(query)
    // What cannot be patched, or not wholly, is read later, too.
    void patched(query, affected).then((isWhole) => isWhole || readLater(query))
  }

  return {
    /** Data are out of date since a moment. */
    refresh: (affected: Affected, heardAt: number) => {
      const { queryKey, isMeant = () => true } = affected
      const queries = cache.findAll({ queryKey, predicate: (query) => isMeant(query.queryKey) })
      for (const query of queries) refreshOne(query, affected, heardAt)
    },
    /** Reads what is in use and marked. */
    catchUp: () => {
      for (const query of cache.findAll({ type: 'active' })) if (query.state.isInvalidated) read(query)
    },
    stop: () => {
      unsubscribe()
      for (const timer of timers.values()) clearTimeout(timer)
      waiting.clear()
    },
  }
}
