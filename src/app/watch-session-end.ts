import type { QueryClient } from '@tanstack/react-query'
import type { Attention } from '#/shared/live/attention.ts'
import { meQuery } from '#/shared/session/me.queries.ts'
import type { Session } from '#/shared/session/session.ts'

/** So long before its end a session is asked for, and said to end; in milliseconds. */
const warnMs = 2 * 60_000

interface Parts {
  client: QueryClient
  session: Session
  attention: Attention
}

/**
 * Sees the end of the session coming. Requests put it off, and when it is near and somebody is at the window, it is asked
 * for, which puts it off as well. What still ends soon then ends whatever is done, and is said to. A window that nobody
 * uses asks nothing, so that its session runs out. Gives the way to stop.
 */
export function watchSessionEnd({ client, session, attention }: Parts): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isEnded = false

  const left = () => {
    const me = client.getQueryData(meQuery.queryKey)
    return me ? Date.parse(me.sessionExpiresAt) - Date.now() : Number.NaN
  }
  const wait = () => {
    session.setState({ endsAt: null })
    timer = setTimeout(look, Math.max(warnMs / 4, left() - warnMs))
  }
  const ask = async () => {
    const me = await client.fetchQuery({ ...meQuery, staleTime: 0 })
    if (isEnded) return
    if (left() > warnMs) wait()
    else session.setState({ endsAt: me.sessionExpiresAt })
  }
  const look = () => {
    clearTimeout(timer)
    if (Number.isNaN(left()) || session.getState().endsAt !== null) return
    if (left() > warnMs) wait()
    else if (attention.isGiven()) void ask().catch(wait)
  }

  look()
  const unsubscribe = attention.subscribe(look)
  return () => {
    isEnded = true
    clearTimeout(timer)
    unsubscribe()
    session.setState({ endsAt: null })
  }
}
