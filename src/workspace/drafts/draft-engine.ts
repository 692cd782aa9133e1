import { isSame } from '#/contract/same-json.ts'
import { readDrafts, troubleOf } from '#/workspace/drafts/draft-requests.ts'
import { DraftSender } from '#/workspace/drafts/draft-sender.ts'
import { keyOf, type DraftContent, type DraftPlace, type DraftSlot } from '#/workspace/drafts/draft-slot.ts'
import {
  withChoice,
  withHeard,
  withHeardStored,
  withListed,
  withOwner,
  withUnlisted,
  withWanted,
  type HeardDraft,
} from '#/workspace/drafts/draft-steps.ts'
import { DraftTable } from '#/workspace/drafts/draft-table.ts'
import { DraftWindows, type HeardMessage } from '#/workspace/drafts/draft-windows.ts'
import type { DraftSource } from '#/workspace/drafts/draft-source.ts'

/** A window that is looked at again does not read its drafts again within this time, in milliseconds. */
const freshFor = 5000

/** Comparable between the windows of a browser; a frozen clock does not hold it. */
const now = () => performance.timeOrigin + performance.now()

/** An id of this page, which goes with it. */
const newPageId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (value) => (value % 36).toString(36)).join('')

/**
 * Keeps what is typed: at once in memory and in the other windows of the person, within a second on the server. What
 * cannot be stored stays in memory and is tried again (docs/decisions/0041).
 */
export class DraftEngine {
  readonly self = newPageId()
  readonly #drafts: DraftSource
  readonly #table: DraftTable
  readonly #sender: DraftSender
  #windows: DraftWindows | undefined
  #running: AbortController | undefined
  #reading: Promise<void> | undefined
  #readAt = Number.NEGATIVE_INFINITY

  constructor(drafts: DraftSource) {
    this.#drafts = drafts
    this.#table = new DraftTable(drafts)
    this.#sender = new DraftSender({
      table: this.#table,
      isExpired: () => drafts.session.getState().expired,
      onSignedOut: drafts.onSignedOut,
      isOwn: (stored) => this.#windows?.isOwn(stored) ?? false,
      onStored: (place, stored) => this.#windows?.tell({ kind: 'stored', place, stored }),
      onRetry: () => this.#tryAgain(),
    })
  }

  /** Reads what is stored and follows the other windows, until `stop`. Does nothing when it runs already. */
  start() {
    if (this.#running) return
    const { workspace, session, windowId, openChannel, personId } = this.#drafts
    this.#running = new AbortController()
    const { signal } = this.#running
    window.addEventListener('online', () => this.#tryAgain(), { signal })
    window.addEventListener('focus', () => this.#isOld() && void this.refresh(), { signal })
    window.addEventListener('pagehide', () => this.#leave(), { signal })
    document.addEventListener('visibilitychange', () => document.hidden && void this.flush(), { signal })
    const endings = [
      session.subscribe((state, before) => {
        if (state.isLeaving) this.clear()
        else if (before.expired && !state.expired) this.#tryAgain()
      }),
      workspace.store.subscribe((state, before) => state.records !== before.records && this.#table.markAll()),
    ]
    signal.addEventListener('abort', () => endings.forEach((end) => end()))

    // Windows of another person, whose session is over, hear nothing of this one.
    const windows = new DraftWindows(openChannel, `drafts-${personId()}`, this.self, (heard) => this.#hear(heard))
    this.#windows = windows
    windows.tell({ kind: 'hello' })
    void windowId.then((id) => (this.#sender.windowId = windows.windowId = id))
    this.#sender.start()
    if (this.#isOld()) void this.refresh()
  }

  stop() {
    this.#running?.abort()
    this.#running = undefined
    this.#sender.stop()
    this.#windows?.tell({ kind: 'bye' })
    this.#windows?.close()
    this.#windows = undefined
  }

  /** Forgets everything here, and sends nothing more: somebody else signs in. */
  clear() {
    this.stop()
    this.#drafts.store.setState({ slots: {}, isRead: false })
  }

  /** Keeps what was typed in a form; `null` when nothing in it is unsaved any more. Not where another window types. */
  keep(place: DraftPlace, wanted: DraftContent | null) {
    const slot = this.#table.at(place)
    const isForeign = slot.owner !== null && slot.owner !== this.self
    if (isForeign || isSame(slot.wanted, wanted)) return
    const { trouble } = this.#want(slot, wanted)
    // What cannot be stored now is tried again by itself.
    if (trouble !== 'offline' && trouble !== 'failing') this.#sender.timers.soon(keyOf(place))
  }

  /** What was typed in a form, if anything. */
  wantedAt(place: DraftPlace): DraftContent | null {
    return this.#table.at(place).wanted
  }

  /** What was typed in a form is saved; gives what of it is not, if anything. */
  settle(place: DraftPlace, rest: (wanted: DraftContent) => DraftContent | null) {
    const { wanted } = this.#table.at(place)
    this.keep(place, wanted && rest(wanted))
    void this.flush(place)
  }

  /** Deletes drafts; gives the way to bring them back exactly as they were. */
  discard(places: readonly DraftPlace[]): () => void {
    const before = places.map((place) => this.#table.at(place)).filter(({ wanted }) => wanted !== null)
    for (const slot of before) this.#want(slot, null)
    void this.flush()
    return () => {
      for (const { place, wanted } of before) {
        const slot = this.#table.at(place)
        // Typed anew meanwhile: that counts.
        if (slot.wanted === null) this.#want(slot, wanted)
      }
      void this.flush()
    }
  }

  /** Takes over the right to type from another window. */
  takeOver(place: DraftPlace) {
    const before = this.#table.at(place)
    if (before.trouble === 'newer') return
    const slot = withOwner(before, this.self, now())
    this.#table.set(slot)
    this.#tellWanted(slot)
    this.#sender.timers.soon(keyOf(place))
  }

  /** Answers which of two drafts of a form counts. */
  choose(place: DraftPlace, choice: 'mine' | 'other') {
    const chosen = withChoice(this.#table.at(place), choice)
    const slot = choice === 'mine' ? withOwner(chosen, this.self, now()) : chosen
    this.#table.set(slot)
    if (slot.owner === this.self) this.#tellWanted(slot)
    void this.flush(place)
  }

  /** Stores at once what waits to be stored, of one form or of all; settles when that has been tried. */
  async flush(place?: DraftPlace): Promise<void> {
    await this.#sender.flush(place ? [keyOf(place)] : this.#table.keys)
  }

  /** Reads again what is stored: another machine may have typed. */
  async refresh(): Promise<void> {
    this.#reading ??= this.#read().finally(() => (this.#reading = undefined))
    return this.#reading
  }

  #isOld(): boolean {
    return performance.now() - this.#readAt >= freshFor
  }

  async #read() {
    const touched = this.#table.watch()
    try {
      const listed = new Map((await readDrafts()).map((draft) => [keyOf(draft.place), draft]))
      if (!this.#running) return
      // The answer is older than what changed since it was asked for.
      for (const [key, { place, stored }] of listed) {
        if (touched.has(key)) continue
        this.#table.set(withListed(this.#table.at(place), stored, this.#windows?.isOwn(stored) ?? false))
      }
      for (const key of this.#table.keys) {
        if (!touched.has(key) && !listed.has(key)) this.#table.update(key, (slot) => withUnlisted(slot, this.self))
      }
      this.#readAt = performance.now()
      this.#drafts.store.setState({ isRead: true })
    } catch (error) {
      if (troubleOf(error) === 'signed-out') this.#drafts.onSignedOut()
      else if (this.#running) this.#sender.timers.later()
    }
  }

  #want(before: DraftSlot, content: DraftContent | null): DraftSlot {
    const wanted = withWanted(before, content)
    const slot = withOwner(wanted, wanted.wanted === null ? null : this.self, now())
    this.#table.set(slot)
    this.#tellWanted(slot)
    return slot
  }

  #tellWanted({ place, wanted, stored, since, after }: DraftSlot) {
    this.#windows?.tell({ kind: 'wanted', place, heard: { wanted, stored, owner: this.self, since, after } })
  }

  /** The server may be reached again, or the person is signed in again. */
  #tryAgain() {
    if (!this.#drafts.session.getState().expired) {
      for (const key of this.#table.keys) {
        this.#table.update(key, (slot) => (slot.trouble === 'signed-out' ? { ...slot, trouble: null } : slot))
      }
    }
    this.#sender.sendAll()
    if (!this.#drafts.store.getState().isRead) void this.refresh()
  }

  #leave() {
    this.#sender.sendLast()
    this.#windows?.tell({ kind: 'bye' })
  }

  #hear({ from, message }: HeardMessage) {
    switch (message.kind) {
      case 'hello':
        for (const slot of this.#table.all) if (slot.owner === this.self) this.#tellWanted(slot)
        break
      case 'bye':
        for (const slot of this.#table.all.filter(({ owner }) => owner === from)) {
          this.#table.set(withOwner(slot, null, slot.since))
          this.#sender.timers.soon(keyOf(slot.place))
        }
        break
      case 'wanted':
        this.#hearWanted(message.place, message.heard)
        break
      case 'stored': {
        const key = keyOf(message.place)
        this.#table.update(key, (slot) => withHeardStored(slot, message.stored, this.self))
        if (!this.#sender.waits(key)) this.#sender.timers.cancel(key)
      }
    }
  }

  #hearWanted(place: DraftPlace, heard: HeardDraft) {
    const before = this.#table.at(place)
    const after = withHeard(before, heard, this.self)
    if (after === before) return
    // The other window gave up its own, and does not know of this one.
    const isKept = after.owner === this.self
    const slot = isKept ? withOwner(after, this.self, now()) : after
    this.#table.set(slot)
    if (isKept) this.#tellWanted(slot)
    // In case the window that typed cannot store it.
    if (this.#sender.waits(keyOf(place))) this.#sender.timers.inCase(keyOf(place))
  }
}
