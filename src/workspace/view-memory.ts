/** A list as it was left. */
export interface PageVisit {
  search: string
  words?: string
}

/** Cannot be a record id. */
const pagesKey = '@pages'

/**
 * What comes back when a record is mounted again, and after a reload: scroll offsets, page of a table, opened rows.
 * It stands in the history entry, so it holds opaque ids and numbers only.
 */
export class ViewMemory {
  readonly #values: Map<string, unknown>

  constructor(kept: Record<string, unknown> = {}) {
    this.#values = new Map(Object.entries(kept))
  }

  /** `owner` is a record id, or `@` and the name of a page; `place` is for example `orders/scroll`. */
  recall(owner: string, place: string): unknown {
    return this.#values.get(`${owner}/${place}`)
  }

  remember(owner: string, place: string, value: unknown) {
    this.#values.set(`${owner}/${place}`, value)
  }

  forget(owner: string) {
    for (const key of this.#values.keys()) if (key.startsWith(`${owner}/`)) this.#values.delete(key)
  }

  /** Lists as they were left before the reload. */
  get pages(): Readonly<Record<string, PageVisit>> {
    return (this.#values.get(pagesKey) ?? {}) as Record<string, PageVisit>
  }

  print(pages: Readonly<Record<string, PageVisit>>): Record<string, unknown> {
    return { ...Object.fromEntries(this.#values), [pagesKey]: pages }
  }
}
