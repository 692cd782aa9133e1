/** Under this a page says what the shortcut to add a record starts. Cannot be a record id. */
export const addOwner = '@add'

/** What the edit shortcut starts, by record. */
export class EditStarts {
  readonly #starts = new Map<string, () => void>()

  /** Says what it starts while this record is shown; gives the way to take it back. */
  on(owner: string, start: () => void): () => void {
    this.#starts.set(owner, start)
    return () => {
      if (this.#starts.get(owner) === start) this.#starts.delete(owner)
    }
  }

  /** Starts editing what is shown of a record, where that is possible. */
  run(owner: string) {
    this.#starts.get(owner)?.()
  }
}
