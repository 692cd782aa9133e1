import type { SavedWorkspace } from '#/contract/workspaces.ts'
import type { ClosedRecord, Closing } from '#/workspace/closed-records.ts'
import type { OpenRecord, Section } from '#/workspace/open-records.ts'
import type { PageVisit } from '#/workspace/view-memory.ts'

/** What happened to open records that a person is told. */
export type WorkspaceNews =
  | { kind: 'closed' | 'retired'; closing: Closing }
  /** A record was opened behind what is shown, for this section of it. */
  | { kind: 'behind'; id: string; section?: Section | undefined }
  /** A record was opened beyond the limit, because none of the others may be closed for it. */
  | { kind: 'full' }

/** What the views of a workspace read. */
export interface WorkspaceState {
  /** The open records in the order of the strip: the pinned ones first. */
  records: readonly OpenRecord[]
  /** Records that are not closed for the sake of others. */
  pinned: readonly string[]
  /** Records by use, the last one first: shown, or opened behind what was shown. */
  used: readonly string[]
  /** Closed records that can be reopened, in that order. */
  closed: readonly ClosedRecord[]
  /** Where a record opens when nothing names or remembers a section. */
  startSection: Section
  /** With this many open a further one takes the place of another. */
  limit: number
  /** What was not told yet. */
  news: readonly WorkspaceNews[]
  /** The records of an earlier window, which can be gone on with. */
  offer: SavedWorkspace | null
  /** What is open is stored, or will be in a moment; false while that fails. */
  isStored: boolean
  /** Counts how often something else came to be shown. */
  switches: number
  /** When another record than the one before was shown last, in milliseconds. */
  switchedAt: number
  /** The list of open records is shown. */
  showsList: boolean
  /** The record that is shown; `null` on the list and in other modules. */
  active: string | null
  /** Records that are mounted, the one looked at last first. */
  mounted: readonly string[]
  /** Edits that are not saved: record id to the names of the forms that hold them. */
  unsaved: Readonly<Record<string, readonly string[]>>
  /** Forms with unsaved edits over which somebody else saved, so that a choice is open: by record, as `unsaved`. */
  conflicted: Readonly<Record<string, readonly string[]>>
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
