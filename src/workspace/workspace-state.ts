import type { OpenRecord } from '#/workspace/open-records.ts'
import type { PageVisit } from '#/workspace/view-memory.ts'

/** What the views of a workspace read. */
export interface WorkspaceState {
  /** The open records in the order of the strip. */
  records: readonly OpenRecord[]
  /** The record that is shown; `null` on the list and in other modules. */
  active: string | null
  /** Records that are mounted, the one looked at last first. */
  mounted: readonly string[]
  /** Edits that are not saved: record id to the names of the forms that hold them. */
  unsaved: Readonly<Record<string, readonly string[]>>
  /** Records to close that wait for an answer, because some hold unsaved edits. */
  asking: readonly string[] | null
  /** Lists by path, as they were left. */
  pages: Readonly<Record<string, PageVisit>>
  /** Records that were left out for want of room and nobody said so yet. */
  dropped: number
  /** The sheet of shortcuts is open. */
  showsKeys: boolean
  /** Counts how often the search was asked for. */
  searches: number
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What the workspace remembers of its records' views over a reload. */
    views?: Record<string, unknown>
    /** Words searched for in a list: personal data, so they are not in the address. */
    words?: string
  }
}
