import type { Store } from '#server/store/store.ts'

export interface OpenedDatabase {
  store: Store
  /** Which database this is, for people; no account and no password. */
  description: string
  /** Fails when the database does not answer. */
  ping: () => Promise<void>
  /** Ends the connections, and gives a data folder back. */
  close: () => Promise<void>
}
