import type { RecordViews } from '#/workspace/closed-records.ts'

/** A list as it was left. */
export interface PageVisit {
  search: string
  words?: string
}

/**
 * What comes back when a record is mounted again, and after a reload: scroll offsets, page of a table, opened rows.
 * It stands in the history entry and is stored, so it holds opaque ids, codes and numbers only.
 */
export class ViewMemory {
  readonly #values: Map<string, unknown>
  readonly #changed: () => void

  constructor(kept: Record<string, unknown>, changed: () => void) {
    this.#values = new Map(Object.entries(kept))
    this.#changed = changed
  }

  /** `owner` is a record id, or `@` and the name of a page; `place` is for example `orders/scroll`. */
  recall(owner: string, place: string): unknown {
    return this.#values.get(`${owner}/${place}`)
  }

  remember(owner: string, place: string, value: unknown) {
    this.#values.set(`${owner}/${place}`, value)
    this.#changed()
  }

  /** All places of an owner. */
  of(owner: string): RecordViews {
    const start = `${owner}/`
    return Object.fromEntries(
      [...this.#values].flatMap(([key, value]) => (key.startsWith(start) ? [[key.slice(start.length), value]] : [])),
    )
  }

  /** Brings places of an owner back. */
  bringBack(owner: string, views: RecordViews) {
    for (const [place, value] of Object.entries(views)) this.#values.set(`${owner}/${place}`, value)
  }

  forget(owner: string) {
    for (const key of this.#values.keys()) if (key.startsWith(`${owner}/`)) this.#values.delete(key)
  }

  print(): Record<string, unknown> {
    return Object.fromEntries(this.#values)
  }
}
