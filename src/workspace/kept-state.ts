import type { ClosedRecord, RecordViews } from '#/workspace/closed-records.ts'
import { isRecordId, sectionOf } from '#/workspace/open-records.ts'
import type { PageVisit } from '#/workspace/view-memory.ts'
import type { WorkspaceState } from '#/workspace/workspace-state.ts'

type Kept = Pick<WorkspaceState, 'pages' | 'pinned' | 'used' | 'closed'>

/** Cannot be the key of a view. */
const keptKey = '@workspace'

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const objects = (value: unknown) => (Array.isArray(value) ? value.filter(isObject) : [])
const ids = (value: unknown) =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string' && isRecordId(id)) : []

function closedRecord({ id, section, isPinned, index, closedAt, views }: Record<string, unknown>): ClosedRecord {
  return {
    id: String(id),
    section: sectionOf(String(section), String(id)),
    isPinned: isPinned === true,
    index: Number(index) || 0,
    closedAt: String(closedAt),
    views: isObject(views) ? views : {},
  }
}

/** Closed records as they were kept or stored; one that cannot be read is left out. */
export const readClosed = (kept: unknown): ClosedRecord[] =>
  objects(kept)
    .map(closedRecord)
    .filter(({ id }) => isRecordId(id))

/** Divides what a history entry kept over a reload: views by place, and how the workspace was. */
export function readKept(entry: Record<string, unknown> = {}): { views: RecordViews; kept: Kept } {
  const { [keptKey]: state, ...views } = entry
  const { pages, pinned, used, closed } = isObject(state) ? state : {}
  return {
    views,
    kept: {
      pages: (isObject(pages) ? pages : {}) as Record<string, PageVisit>,
      pinned: ids(pinned),
      used: ids(used),
      closed: readClosed(closed),
    },
  }
}

/** What a history entry keeps over a reload. */
export const printKept = (views: RecordViews, { pages, pinned, used, closed }: Kept): Record<string, unknown> => ({
  ...views,
  [keptKey]: { pages, pinned, used, closed },
})
