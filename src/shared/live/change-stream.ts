import * as z from 'zod/mini'
import { changeEventSchema, listChanges, type ChangeEvent } from '#/contract/changes.ts'
import { addressOf, api, failureOf } from '#/shared/api/api.ts'
import { ApiError } from '#/shared/api/api-error.ts'
import { createSseReader, type SseMessage } from '#/shared/live/sse-reader.ts'

export interface StreamListener {
  /** Anything came: the connection stands. */
  onAlive: () => void
  /** Everything up to this position was told. */
  onPosition: (position: number) => void
  onEvent: (event: ChangeEvent) => void
  /** Anything may have changed; goes on from this position. */
  onReset: (position: number) => void
  onSignedOut: () => void
}

/** Reads the log from a position on, or from now; settles when the connection ends. */
export type OpenStream = (after: number | undefined, listener: StreamListener, signal: AbortSignal) => Promise<void>

/** A page of the log after a position; without one the present position. */
export type ReadChanges = (
  after: number | undefined,
  signal: AbortSignal,
) => Promise<{ items: ChangeEvent[]; next: number; hasMore: boolean }>

/** The server says something every 20 seconds; a connection that is silent for longer is dead, in milliseconds. */
export const silenceMs = 45_000

function tell(listener: StreamListener, { id, event, data }: SseMessage) {
  const position = id === '' ? undefined : Number(id)
  if (event === 'signedOut') listener.onSignedOut()
  else if (event === 'reset') listener.onReset(position ?? 0)
  else if (event !== 'ready') {
    const change = z.safeParse(changeEventSchema, JSON.parse(data || 'null'))
    // One that a newer server tells otherwise counts as told.
    if (change.success) return listener.onEvent(change.data)
  }
  if (position !== undefined) listener.onPosition(position)
}

/** Gives up on a connection that has become silent. */
function watchSilence(signal: AbortSignal) {
  const silence = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    signal: AbortSignal.any([signal, silence.signal]),
    stop: () => clearTimeout(timer),
    heard: () => {
      clearTimeout(timer)
      timer = setTimeout(() => silence.abort(), silenceMs)
    },
  }
}

/**
 * The event stream. Read with `fetch` and not with `EventSource`, which tells neither why it was refused, nor that a
 * connection is silent, nor events of a type that it was not told to expect (docs/decisions).
 */
export const openChangeStream: OpenStream = async (after, listener, stopped) => {
  const { signal, heard, stop } = watchSilence(stopped)
  heard()
  try {
    const response = await fetch(new URL(addressOf(listChanges, {}), window.location.origin), {
      headers: { accept: 'text/event-stream', ...(after === undefined ? {} : { 'last-event-id': String(after) }) },
      credentials: 'same-origin',
      cache: 'no-store',
      signal,
    })
    if (!response.ok) throw await failureOf(response)
    if (!response.body) throw new ApiError('shape', { status: response.status })
    const read = createSseReader((message) => tell(listener, message))
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      heard()
      listener.onAlive()
      read(piece.value)
    }
  } finally {
    stop()
  }
}

export const readChanges: ReadChanges = async (after, signal) =>
  api(listChanges, { query: { limit: 200, ...(after === undefined ? {} : { after }) }, signal })
