import type { ChangeEvent } from '#/contract/changes.ts'
import { permissionsOf } from '#/contract/permissions.ts'
import type { ReadCall } from '#server/api/call.ts'
import { choose, eventOf, latestPosition, readLog, type ChangeFilter } from '#server/api/change-reader.ts'
import { tailOf, type Follower } from '#server/api/change-tail.ts'
import type { Identity, StreamTimes } from '#server/api/deps.ts'
import type { ChangeRow } from '#server/store/live-rows.ts'

const usualTimes: StreamTimes = { heartbeatMs: 20_000, checkMs: 4000 }
/** After so long a browser connects again. */
const retryMs = 3000
const rowsAtOnce = 200

type Call = Pick<ReadCall, 'deps' | 'identity' | 'request' | 'endpoint' | 'now'>

interface Message {
  event?: string
  id?: number
  data?: unknown
}

/** One message as `text/event-stream` has it; a field without data only moves the position on. */
const frame = ({ event, id, data }: Message): string =>
  [
    ...(event === undefined ? [] : [`event: ${event}`]),
    ...(id === undefined ? [] : [`id: ${id}`]),
    ...(data === undefined ? [] : [`data: ${JSON.stringify(data)}`]),
    '\n',
  ].join('\n')

const messageOf = (event: ChangeEvent) => frame({ event: event.type, id: event.seq, data: event })
const eventFrame = (row: ChangeRow) => messageOf(eventOf(row))

/** Tells a reader that what it has may be out of date, and where to go on. */
const resetFrame = (seq: number, at: string) =>
  messageOf({
    seq,
    type: 'reset',
    resource: { type: 'log', id: 'all' },
    customerId: null,
    etag: null,
    at,
    actor: { type: 'system', id: null },
    activityId: null,
  })

interface Wanted {
  /** Where to go on; from now without it. */
  after: number | undefined
  filter: ChangeFilter
}

/**
 * What happens from the position on, for as long as the session lasts. The stream itself does not keep the session
 * alive.
 */
export function streamChanges(call: Call, wanted: Wanted): ReadableStream<Uint8Array> {
  const ending = new AbortController()
  const { stopping } = call.deps
  const signal = stopping ? AbortSignal.any([ending.signal, stopping]) : ending.signal
  const frames = followLog(call, { ...wanted, signal })
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        // A database that does not answer ends the stream; the reader comes back.
        const next = await frames.next().catch(() => undefined)
        if (ending.signal.aborted) return
        if (!next || next.done) controller.close()
        else controller.enqueue(encoder.encode(next.value))
      },
      cancel: async () => {
        ending.abort()
        await frames.return(undefined)
      },
    },
    // Nothing is done before somebody reads.
    { highWaterMark: 0 },
  )
}

async function* followLog(call: Call, { after, filter, signal }: Wanted & { signal: AbortSignal }) {
  const { store } = call.deps
  const tail = tailOf(store).follow(call.identity.staff.id)
  try {
    await tail.ready
    const begun = await begin(call, { after, filter })
    yield begun.text
    let { position, hasMore } = begun
    while (hasMore && !signal.aborted) {
      const page = await readLog(store, { identity: call.identity, filter, after: position, limit: rowsAtOnce })
      // Shortened meanwhile: the reader comes back and is told so.
      if (!page) return
      yield page.rows.map(eventFrame).join('')
      position = page.next
      hasMore = page.hasMore
    }
    yield* live(call, { tail, filter, signal, position })
  } finally {
    tail.end()
  }
}

/** What a stream begins with: that it is ready, with the first events, or that the position is of no use. */
async function begin({ deps: { store }, identity, now }: Call, { after, filter }: Wanted) {
  const retry = `retry: ${retryMs}\n`
  const ready = (seq: number) => frame({ event: 'ready', id: seq, data: { seq } })
  if (after === undefined) {
    const position = await latestPosition(store)
    return { text: retry + ready(position), position, hasMore: false }
  }
  const page = await readLog(store, { identity, filter, after, limit: rowsAtOnce })
  if (page) {
    const text = [retry, ready(after), ...page.rows.map(eventFrame)].join('')
    return { text, position: page.next, hasMore: page.hasMore }
  }
  const position = await latestPosition(store)
  return { text: retry + resetFrame(position, now), position, hasMore: false }
}

interface Live {
  tail: Follower
  filter: ChangeFilter
  signal: AbortSignal
  position: number
}

/** Sends what comes until the session or the server ends, and tells now and then that the connection is alive. */
async function* live(call: Call, { tail, filter, signal, position: start }: Live) {
  const { heartbeatMs, checkMs } = { ...usualTimes, ...call.deps.streamTimes }
  let { identity } = call
  let position = start
  let heartbeatAt = performance.now() + heartbeatMs
  let checkAt = performance.now() + checkMs
  for (;;) {
    await newsOrTime(tail, Math.min(heartbeatAt, checkAt) - performance.now(), signal)
    if (signal.aborted) return
    if (performance.now() >= checkAt) {
      const fresh = await identifyAgain(call)
      if (!fresh) {
        yield frame({ event: 'signedOut', data: {} })
        return
      }
      identity = fresh
      checkAt = performance.now() + checkMs
    }
    const rows = tail.take()
    // It did not keep up. It will come back and read page by page.
    if (!rows) return
    const later = rows.filter(({ seq }) => seq > position)
    const chosen = await choose(call.deps.store, later, { identity, filter })
    position = later.at(-1)?.seq ?? position
    if (chosen.length > 0) {
      heartbeatAt = performance.now() + heartbeatMs
      yield chosen.map(eventFrame).join('')
    } else if (performance.now() >= heartbeatAt) {
      heartbeatAt = performance.now() + heartbeatMs
      // With the position: events that the reader does not see need not be looked through again.
      yield `: ${position}\n${frame({ id: position })}`
    }
  }
}

/** Waits for news, the time or the end, whichever comes first. */
async function newsOrTime(tail: Follower, milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  let timer: ReturnType<typeof setTimeout> | undefined
  const waited = new AbortController()
  try {
    await Promise.race([
      tail.news(),
      new Promise<void>((resolve) => {
        timer = setTimeout(resolve, Math.max(0, milliseconds))
        signal.addEventListener('abort', () => resolve(), { signal: waited.signal })
      }),
    ])
  } finally {
    clearTimeout(timer)
    waited.abort()
  }
}

/** Who the session belongs to now; nobody when it has ended or was given to somebody else, or may read no longer. */
async function identifyAgain({ deps, request, identity, endpoint }: Call): Promise<Identity | undefined> {
  // Another request, because the answer for this one is known already.
  const fresh = await deps.identify(new Request(request.url, { headers: request.headers }))
  if (typeof fresh !== 'object' || fresh.staff.id !== identity.staff.id || fresh.staff.disabledAt !== null)
    return undefined
  const { access } = endpoint
  const mayRead = access === 'signedIn' || access === 'public' || permissionsOf(fresh.staff.roles).includes(access)
  return mayRead ? fresh : undefined
}
