import { isApiError } from '#/shared/api/api-error.ts'
import type { OpenStream, ReadChanges } from '#/shared/live/change-stream.ts'
import type { LiveMode, LiveNews } from '#/shared/live/live-news.ts'

/** So many connections in a row may fail before the log is asked for now and then instead. */
const patience = 3
/** How often it is asked for then, in milliseconds. */
export const pollMs = 30_000
/** A connection that stood this long was a good one. */
const goodAfterMs = 10_000

export interface LeadParts {
  openStream: OpenStream
  readChanges: ReadChanges
  /** Settles once somebody is at the window, or the signal is given. */
  waitForAttention: (signal: AbortSignal) => Promise<void>
  isAttended: () => boolean
  /** Settles after a while, or when there is reason to hurry. */
  pause: (ms: number, signal: AbortSignal) => Promise<void>
  random: () => number
  onNews: (news: LiveNews) => void
  onMode: (mode: LiveMode) => void
  /** Streams did not work for the window that read before. */
  wasPolling: boolean
}

const isSessionOver = (error: unknown) => isApiError(error, 'unauthenticated', 'session-expired')

/**
 * Reads the log for all windows until the signal is given or the session is over: as a stream, and while that does not
 * work in pages, every 30 seconds.
 */
export async function lead(parts: LeadParts, after: number | undefined, signal: AbortSignal): Promise<void> {
  const { openStream, readChanges, pause, random, onNews, onMode } = parts
  let position = after
  let isOver = false
  let failures = parts.wasPolling ? patience : 0

  const endSession = () => {
    isOver = true
    onNews({ kind: 'signedOut' })
  }
  const goTo = (to: number) => {
    onNews({ kind: 'events', from: position ?? to, to, events: [] })
    position = to
  }
  const reset = (to: number) => {
    position = to
    onNews({ kind: 'reset', to })
  }

  const stream = async () => {
    await openStream(
      position,
      {
        onAlive: () => onMode('streaming'),
        onPosition: goTo,
        onEvent: (event) => {
          onNews({ kind: 'events', from: position ?? event.seq - 1, to: event.seq, events: [event] })
          position = event.seq
        },
        onReset: reset,
        onSignedOut: endSession,
      },
      signal,
    )
  }
  const poll = async () => {
    let hasMore = true
    while (hasMore && !signal.aborted) {
      const page = await readChanges(position, signal)
      onNews({ kind: 'events', from: position ?? page.next, to: page.next, events: page.items })
      position = page.next
      hasMore = page.hasMore
    }
  }
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      if (signal.aborted) return
      if (isSessionOver(error)) endSession()
      // Not for this person, now or later.
      if (isApiError(error, 'forbidden')) isOver = true
      // Streams are switched off.
      if (isApiError(error, 'not-acceptable')) failures = patience
      // Where the log does not reach back to the position, it is gone on with from now.
      if (isApiError(error, 'cursor-expired')) {
        const { next } = await readChanges(undefined, signal).catch(() => ({ next: undefined }))
        if (next !== undefined) reset(next)
      }
    }
  }
  const goesOn = () => !signal.aborted && !isOver

  if (parts.wasPolling) await attempt(poll)
  else onMode('connecting')
  while (goesOn()) {
    const begun = performance.now()
    await attempt(stream)
    if (!goesOn()) return
    failures = performance.now() - begun > goodAfterMs ? 1 : failures + 1
    if (failures <= patience) {
      await pause(500 * 2 ** failures * (0.5 + random()), signal)
      continue
    }
    onMode('polling')
    await pause(pollMs * (0.9 + 0.2 * random()), signal)
    if (!parts.isAttended()) {
      // Somebody who looks at another window takes over there.
      onMode('paused')
      await parts.waitForAttention(signal)
      onMode('polling')
    }
    if (goesOn()) await attempt(poll)
  }
}
