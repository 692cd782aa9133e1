import type { FollowParts } from '#/app/live-updates.ts'
import { meQuery } from '#/shared/session/me.queries.ts'

type Parts = Omit<FollowParts, 'after'>

/**
 * Follows the log of changes while somebody is signed in who may read it. The code for it comes when what is shown first
 * has been read. Gives the way to end it.
 */
export function startLive(parts: Parts): () => void {
  const { client, session } = parts
  let stop: (() => number | undefined) | undefined
  let isLoading = false
  let isEnded = false
  let position: number | undefined

  const isWanted = () => {
    const { expired, isLeaving } = session.getState()
    const mayRead = client.getQueryData(meQuery.queryKey)?.permissions.includes('customer:read') ?? false
    return mayRead && !expired && !isLeaving && !isEnded
  }
  const look = () => {
    if (stop && !isWanted()) {
      const end = stop
      // Before it is called, for ending it is heard here again.
      stop = undefined
      position = end()
    }
    if (stop || isLoading || !isWanted() || client.isFetching() > 0) return
    // Where it cannot be had, what is shown is read again when it is come back to, as without it.
    void begin().catch(() => undefined)
  }
  const begin = async () => {
    isLoading = true
    const { followChanges } = await import('#/app/live-updates.ts')
    if (isWanted()) stop = followChanges({ ...parts, after: position })
    isLoading = false
  }
  const endings = [client.getQueryCache().subscribe(look), session.subscribe(look)]
  return () => {
    isEnded = true
    for (const end of endings) end()
    stop?.()
  }
}
