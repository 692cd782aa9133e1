import { isApiError } from '#/shared/api/api-error.ts'
import {
  currentDraft,
  removeDraft,
  storeDraft,
  storeDraftAnyway,
  troubleOf,
} from '#/workspace/drafts/draft-requests.ts'
import { isUnstored, keyOf, type DraftPlace, type DraftSlot, type StoredDraft } from '#/workspace/drafts/draft-slot.ts'
import {
  isLatest,
  nextStep,
  withAnswer,
  withDeleted,
  withSending,
  withStale,
  withTrouble,
} from '#/workspace/drafts/draft-steps.ts'
import type { DraftTable } from '#/workspace/drafts/draft-table.ts'
import { DraftTimers } from '#/workspace/drafts/draft-timers.ts'

interface Parts {
  table: DraftTable
  /** Nobody is signed in who could be asked. */
  isExpired: () => boolean
  onSignedOut: () => void
  /** Whether a window of this browser wrote it. */
  isOwn: (stored: StoredDraft | null) => boolean
  onStored: (place: DraftPlace, stored: StoredDraft | null) => void
  /** Time to try again. */
  onRetry: () => void
}

/** Brings drafts to the server, one request at a time for each form; the newest content counts. */
export class DraftSender {
  readonly timers: DraftTimers
  readonly #parts: Parts
  readonly #sending = new Map<string, Promise<void>>()
  #isStopped = false
  windowId: string | null = null

  constructor(parts: Parts) {
    this.#parts = parts
    this.timers = new DraftTimers((key) => void this.send(key), parts.onRetry)
  }

  start() {
    this.#isStopped = false
  }

  stop() {
    this.#isStopped = true
    this.timers.stop()
  }

  waits(key: string): boolean {
    const slot = this.#parts.table.find(key)
    return slot !== undefined && nextStep(slot) !== null
  }

  /** Sends what is wanted, unless it is there already or something stands in the way. */
  async send(key: string, isLast = false): Promise<void> {
    const { table, isExpired } = this.#parts
    this.timers.cancel(key)
    const slot = table.find(key)
    if (!slot || !nextStep(slot)) return
    if (isExpired()) {
      table.set(withTrouble(slot, 'signed-out'))
      return
    }
    table.set(withSending(slot))
    const request = this.#request(slot, isLast)
    this.#sending.set(key, request)
    await request
    this.#sending.delete(key)
    const isFree = table.find(key)?.trouble === null && !this.timers.has(key)
    if (isFree && !this.#isStopped && this.waits(key)) await this.send(key)
  }

  /** Sends at once what waits; settles when that has been tried. */
  async flush(keys: readonly string[]): Promise<void> {
    await Promise.all(
      keys.map(async (key) => {
        const earlier = this.#sending.get(key)
        if (earlier) await earlier
        // Over meanwhile: what comes next is another person's, or another page's.
        if (!earlier || !this.#isStopped) await this.send(key)
      }),
    )
  }

  sendAll() {
    for (const key of this.#parts.table.keys) void this.send(key)
  }

  /** The page goes: the requests have to outlive it. */
  sendLast() {
    if (this.#parts.isExpired()) return
    for (const slot of this.#parts.table.all) {
      if (!slot.isSending) void this.send(keyOf(slot.place), true)
      else if (slot.wanted && isUnstored(slot)) {
        storeDraftAnyway(slot.place, slot.wanted, this.windowId).catch(() => undefined)
      }
    }
  }

  async #request({ place, wanted, stored }: DraftSlot, isLast: boolean): Promise<void> {
    const { table, onStored } = this.#parts
    const key = keyOf(place)
    try {
      if (wanted) {
        const answer = await storeDraft(place, wanted, stored, { windowId: this.windowId, isLast })
        const isNews = isLatest(table.at(place), stored)
        table.update(key, (slot) => withAnswer(slot, answer, stored))
        if (isNews) onStored(place, answer)
      } else if (stored) {
        await removeDraft(place, stored, { isLast })
        const isNews = isLatest(table.at(place), stored)
        table.update(key, (slot) => withDeleted(slot, stored))
        if (isNews) onStored(place, null)
      }
      this.timers.worked()
    } catch (error) {
      this.#fail(key, error, stored?.etag == null)
    }
  }

  #fail(key: string, error: unknown, wasNew: boolean) {
    const { table, isOwn, onSignedOut } = this.#parts
    const current = currentDraft(error)
    const isStale = isApiError(error, 'stale', 'not-found')
    if (isStale && (current !== null || !wasNew)) {
      table.update(key, (slot) => withStale(slot, current, isOwn(current)))
      return
    }
    const trouble = isStale ? 'failing' : troubleOf(error)
    table.update(key, (slot) => withTrouble(slot, trouble))
    if (trouble === 'signed-out') onSignedOut()
    const isTemporary = trouble === 'offline' || trouble === 'failing'
    if (isTemporary && !this.#isStopped) this.timers.later(isApiError(error) ? error.retryAfter : undefined)
  }
}
