import { isNewId, type OpenRecord } from '#/workspace/open-records.ts'
import { pinnedFirst } from '#/workspace/pins.ts'

/** How a record was looked at, by place. */
export type RecordViews = Readonly<Record<string, unknown>>

/** A record that was closed, with all that brings it back as it was. */
export interface ClosedRecord extends OpenRecord {
  isPinned: boolean
  /** Where it stood in the strip. */
  index: number
  closedAt: string
  views: RecordViews
}

/** Records that were closed together, for undoing just that. */
export interface Closing {
  records: readonly ClosedRecord[]
  /** The list of closed records before. */
  before: readonly ClosedRecord[]
  /** The one of them that was shown, the path that took its place, and the number of its history entry. */
  place: { id: string | null; ledTo: string; entry: number } | null
  /** Takes back what else was done to close. */
  alsoUndo?: (() => void) | undefined
}

/** This many closed records are remembered. */
export const closedLimit = 20

interface OpenSet {
  records: readonly OpenRecord[]
  pinned: readonly string[]
}

/** What is remembered of records as they close, in the order in which they are reopened: all but empty new ones. */
export function closedRecords(
  { records, pinned, unsaved }: OpenSet & { unsaved: Readonly<Record<string, unknown>> },
  closing: ReadonlySet<string>,
  viewsOf: (id: string) => RecordViews,
): readonly ClosedRecord[] {
  const closedAt = new Date().toISOString()
  return records.flatMap(({ id, section }, index) =>
    closing.has(id) && (!isNewId(id) || unsaved[id] !== undefined)
      ? [{ id, section, isPinned: pinned.includes(id), index, closedAt, views: viewsOf(id) }]
      : [],
  )
}

/** Where a closed record stands now that those which closed after it are gone too. */
function placeOf(list: readonly ClosedRecord[], { id, index }: ClosedRecord): number {
  const later = list.slice(
    0,
    Math.max(
      0,
      list.findIndex((closed) => closed.id === id),
    ),
  )
  return later.reduceRight((place, closed) => (closed.index < place ? place - 1 : place), index)
}

/** Puts closed records back where they stood, pinned as they were. */
export function withReopened(
  set: OpenSet & { closed: readonly ClosedRecord[] },
  reopened: readonly ClosedRecord[],
): OpenSet & { closed: readonly ClosedRecord[] } {
  let { records, pinned, closed } = set
  for (const record of reopened) {
    const { id, section, isPinned } = record
    if (isPinned) pinned = pinned.concat(id)
    records = pinnedFirst(records.toSpliced(placeOf(closed, record), 0, { id, section }), pinned)
    closed = closed.filter((other) => other.id !== id)
  }
  return { records, pinned, closed }
}

/** The list of closed records with more of them at its head. */
export function withClosed(list: readonly ClosedRecord[], closed: readonly ClosedRecord[]): readonly ClosedRecord[] {
  const ids = new Set(closed.map(({ id }) => id))
  return [...closed, ...list.filter(({ id }) => !ids.has(id))].slice(0, closedLimit)
}
