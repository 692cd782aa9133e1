import type { ChangeEvent } from '#/contract/changes.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import type { Attention } from '#/shared/live/attention.ts'
import { openChangeStream, readChanges, type OpenStream, type ReadChanges } from '#/shared/live/change-stream.ts'
import { lead } from '#/shared/live/lead.ts'
import type { LiveMode, LiveNews } from '#/shared/live/live-news.ts'
import { createPauses } from '#/shared/live/pauses.ts'
import { openBroadcast, type OpenChannel } from '#/shared/live/window-channel.ts'

/** What happens to a window by what it hears. */
export interface LiveListener {
  /** In the order of the log, each once. `isOld`: from before the connection; what is shown may know them already. */
  onEvents: (events: readonly ChangeEvent[], isOld: boolean) => void
  /** Anything may have changed. */
  onReset: () => void
  onSignedOut: () => void
  onMode: (mode: LiveMode) => void
}

export interface LiveConnection {
  /** Up to here everything was told; nothing before the first word. */
  position: () => number | undefined
  /** Tries the stream now. */
  reconnect: () => void
  stop: () => void
}

export interface ConnectParts {
  openStream?: OpenStream
  readChanges?: ReadChanges
  openChannel?: OpenChannel
  /** Without locks every window reads for itself. */
  locks?: Pick<LockManager, 'request'> | undefined
  random?: () => number
}

type Said =
  | { kind: 'hello' }
  | { kind: 'reconnect' }
  /** The leader is there. */
  | { kind: 'mode'; mode: LiveMode; position: number | undefined }
  | LiveNews

const lockName = 'customer-workspace-changes'

/** Events before the connection that are looked at, for what was read just before it. */
const lookBack = 50

/** The leader says at least every 30 seconds that it is there; one that is frozen does not. */
export const deadAfterMs = 50_000

/**
 * One window of the browser reads the log (the one that holds the lock) and tells the others. Each window keeps its own
 * position, reads by itself what it missed, and takes over from there when the leader goes.
 */
export function connectWindows(
  listener: LiveListener,
  attention: Attention,
  after: number | undefined,
  {
    openStream = openChangeStream,
    readChanges: read = readChanges,
    openChannel = openBroadcast,
    locks = navigator.locks,
    random = Math.random,
  }: ConnectParts = {},
): LiveConnection {
  const stopped = new AbortController()
  let position = after
  let mode: LiveMode = 'connecting'
  let isLeader = false
  let heardAt = performance.now()
  /** Given up to take the lock by force instead of waiting for it. */
  let waiting = new AbortController()
  let isForced = false
  let work: Promise<unknown> = Promise.resolve()
  const { pause, hurry, waitForAttention } = createPauses(attention)

  const give = (events: readonly ChangeEvent[], isOld = false) => {
    if (events.length > 0 && !stopped.signal.aborted) listener.onEvents(events, isOld)
  }
  const begin = async (to: number) => {
    position = to
    const recent = await read(Math.max(0, to - lookBack), stopped.signal).catch(() => undefined)
    give(recent?.items.filter(({ seq }) => seq <= to) ?? [], true)
  }
  /** Reads what was missed. */
  const fill = async (from: number, to: number) => {
    let hasMore = true
    try {
      while (hasMore && !stopped.signal.aborted) {
        const page = await read(position ?? from, stopped.signal)
        give(page.items)
        position = page.next
        hasMore = page.hasMore
      }
    } catch (error) {
      if (stopped.signal.aborted) return
      if (isApiError(error, 'unauthenticated', 'session-expired')) return listener.onSignedOut()
      position = to
      listener.onReset()
    }
  }
  const take = async (news: LiveNews) => {
    if (stopped.signal.aborted) return
    if (news.kind === 'signedOut') return listener.onSignedOut()
    if (news.kind === 'reset') {
      position = news.to
      return listener.onReset()
    }
    if (position === undefined) await begin(news.from)
    else if (news.from > position) await fill(news.from, news.to)
    const reached = position ?? news.from
    give(news.events.filter(({ seq }) => seq > reached))
    position = Math.max(reached, news.to)
  }
  const hear = (news: LiveNews) => {
    // One after the other, for reading what was missed takes a while.
    work = work.then(async () => take(news))
  }

  const setMode = (next: LiveMode) => {
    const isNew = mode !== next
    mode = next
    if (isNew) listener.onMode(next)
  }
  const takeOver = () => {
    if (isLeader || isForced) return
    isForced = true
    waiting.abort()
  }
  const look = () => {
    const isDead = mode === 'paused' || performance.now() - heardAt > deadAfterMs
    if (isDead && attention.isGiven()) takeOver()
  }

  const channel = openChannel<Said>('changes', (said) => {
    if (said.kind === 'reconnect') return hurry()
    if (said.kind === 'hello') {
      if (isLeader) channel.post({ kind: 'mode', mode, position })
      return
    }
    heardAt = performance.now()
    if (said.kind !== 'mode') return hear(said)
    if (isLeader) return
    setMode(said.mode)
    if (said.position !== undefined) hear({ kind: 'events', from: said.position, to: said.position, events: [] })
    look()
  })

  const reign = async (signal: AbortSignal) => {
    isLeader = true
    isForced = false
    await lead(
      {
        openStream,
        readChanges: read,
        pause,
        random,
        waitForAttention,
        isAttended: attention.isGiven,
        wasPolling: mode === 'polling' || mode === 'paused',
        onNews: (news) => {
          channel.post(news)
          hear(news)
        },
        onMode: (next) => {
          setMode(next)
          channel.post({ kind: 'mode', mode, position })
        },
      },
      position,
      signal,
    )
  }
  /** Waits for the lock, and leads while it is held; again when another window took it. */
  const queue = async () => {
    if (!locks) return reign(stopped.signal)
    while (!stopped.signal.aborted) {
      const lost = new AbortController()
      waiting = new AbortController()
      const signal = AbortSignal.any([stopped.signal, waiting.signal])
      try {
        await locks.request(lockName, isForced ? { steal: true } : { signal }, async () =>
          reign(AbortSignal.any([stopped.signal, lost.signal])),
        )
        return
      } catch {
        // Taken by another window, or to be taken by force.
      } finally {
        isLeader = false
        lost.abort()
      }
    }
  }

  const timer = setInterval(look, deadAfterMs / 5)
  const unsubscribe = attention.subscribe(look)
  channel.post({ kind: 'hello' })
  void queue()

  return {
    position: () => position,
    reconnect: () => {
      hurry()
      channel.post({ kind: 'reconnect' })
    },
    stop: () => {
      stopped.abort()
      clearInterval(timer)
      unsubscribe()
      channel.close()
    },
  }
}
