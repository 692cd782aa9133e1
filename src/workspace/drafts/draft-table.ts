import { formOf, keyOf, type DraftPlace, type DraftSlot } from '#/workspace/drafts/draft-slot.ts'
import { emptySlot, isEmpty } from '#/workspace/drafts/draft-steps.ts'
import type { DraftSource } from '#/workspace/drafts/draft-source.ts'

/** All drafts that are known in this window. */
export class DraftTable {
  readonly #drafts: DraftSource
  /** What changes while the stored drafts are being read: the answer is older than that. */
  #touched: Set<string> | undefined

  constructor(drafts: DraftSource) {
    this.#drafts = drafts
  }

  get keys(): readonly string[] {
    return Object.keys(this.#slots)
  }

  get all(): readonly DraftSlot[] {
    return Object.values(this.#slots)
  }

  get #slots() {
    return this.#drafts.store.getState().slots
  }

  find(key: string): DraftSlot | undefined {
    return this.#slots[key]
  }

  at(place: DraftPlace): DraftSlot {
    return this.#slots[keyOf(place)] ?? emptySlot(place)
  }

  set(slot: DraftSlot) {
    const key = keyOf(slot.place)
    if (this.#slots[key] === slot) return
    this.#touched?.add(key)
    const { [key]: _, ...others } = this.#slots
    this.#drafts.store.setState({ slots: isEmpty(slot) ? others : { ...others, [key]: slot } })
    this.#mark(slot)
  }

  update(key: string, change: (slot: DraftSlot) => DraftSlot) {
    const slot = this.#slots[key]
    if (slot) this.set(change(slot))
  }

  /** Keys that change from now on, until it is asked again. */
  watch(): ReadonlySet<string> {
    this.#touched = new Set()
    return this.#touched
  }

  /** The workspace knows what is unsaved, also in records whose forms are not there. */
  #mark({ place, wanted }: DraftSlot) {
    this.#drafts.workspace.setUnsaved(place.recordId, formOf(place), wanted !== null)
  }

  /** Records were opened: what is unsaved in them has to be known. */
  markAll() {
    for (const slot of this.all) if (slot.wanted !== null) this.#mark(slot)
  }
}
