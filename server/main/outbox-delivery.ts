import type { OutboxRow } from '#server/store/rows.ts'
import type { Store } from '#server/store/store.ts'

const pollMs = 2_000
const answerWithinMs = 10_000
/** Longer than an attempt takes: another process takes a row over when this one died while it tried. */
const claimMs = 30_000
const firstPauseMs = 5_000
const longestPauseMs = 60 * 60_000
/** Nobody expects an email any more that was asked for longer ago. */
export const worthwhileMs = 24 * 60 * 60_000

interface Parts {
  store: Store
  /** Is sent one JSON object for each row. */
  url: string
  now: () => number
  /** Told about each attempt that failed; nothing that it is told is secret or personal. */
  onFailure: (failure: { id: string; attempts: number; reason: string }) => void
}

const isoOf = (time: number) => new Date(time).toISOString()

/** Pauses between attempts: 5 s, 10 s, 20 s … one hour. */
export const pauseAfter = (attempts: number) => Math.min(firstPauseMs * 2 ** (attempts - 1), longestPauseMs)

/** Tells the webhook everything that is due, one after the other. It may hear of something twice, never not at all. */
export async function deliverDue(parts: Parts, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const row = await claim(parts)
    if (!row) return
    const reason = await attempt(parts.url, row, signal)
    if (reason !== undefined) parts.onFailure({ id: row.id, attempts: row.attempts, reason })
    const outcome: Partial<OutboxRow> =
      reason === undefined
        ? { deliveredAt: isoOf(parts.now()) }
        : { nextAttemptAt: isoOf(parts.now() + pauseAfter(row.attempts)) }
    await parts.store.transaction((transaction) => transaction.update('outbox', row.id, outcome))
  }
}

/** What is due, longest waiting first. */
async function nextDue({ store, now }: Parts): Promise<OutboxRow | undefined> {
  const { rows } = await store.find('outbox', {
    where: {
      op: 'and',
      conditions: [
        { op: 'in', field: 'deliveredAt', values: [null] },
        { op: 'range', field: 'nextAttemptAt', to: isoOf(now() + 1) },
        { op: 'range', field: 'createdAt', from: isoOf(now() - worthwhileMs) },
      ],
    },
    sort: [{ field: 'nextAttemptAt' }],
    limit: 1,
  })
  return rows[0]
}

/** The next row, kept from other processes while this one tries. */
async function claim(parts: Parts): Promise<OutboxRow | undefined> {
  for (let due = await nextDue(parts); due; due = await nextDue(parts)) {
    const { id, attempts } = due
    const claimed = { attempts: attempts + 1, nextAttemptAt: isoOf(parts.now() + claimMs) }
    const isMine = await parts.store.transaction(async (transaction) => {
      const row = await transaction.lock('outbox', id)
      if (row?.attempts !== attempts || row.deliveredAt !== null) return false
      return await transaction.update('outbox', id, claimed)
    })
    if (isMine) return { ...due, ...claimed }
  }
  return undefined
}

/** Why it failed, as one word; nothing when it did not. */
async function attempt(url: string, row: OutboxRow, signal: AbortSignal): Promise<string | undefined> {
  const { id, kind, customerId, createdAt: at } = row
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ id, kind, customerId, at }),
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]),
    })
    await response.body?.cancel()
    return response.ok ? undefined : String(response.status)
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown'
  }
}

/** Delivers now and every two seconds; the function that comes back ends it and waits for an attempt that runs. */
export function keepDelivering(parts: Parts, onError: (error: unknown) => void): () => Promise<void> {
  const ending = new AbortController()
  let running: Promise<void> | undefined
  const run = () => {
    running ??= deliverDue(parts, ending.signal)
      .catch(onError)
      .finally(() => {
        running = undefined
      })
  }
  run()
  const timer = setInterval(run, pollMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    ending.abort()
    await running
  }
}
