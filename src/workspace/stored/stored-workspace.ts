import type { SavedWorkspace, WorkspaceBody } from '#/contract/workspaces.ts'
import { withClosed, type ClosedRecord, type RecordViews } from '#/workspace/closed-records.ts'
import { readClosed } from '#/workspace/kept-state.ts'
import { openLimit, sectionOf, type OpenRecord } from '#/workspace/open-records.ts'
import { pinnedFirst } from '#/workspace/pins.ts'
import { listPath, recordPath } from '#/workspace/workspace-address.ts'
import type { WorkspaceState } from '#/workspace/workspace-state.ts'

/** How views and lists are called that belong to a page: `@customers`. */
export const pageOwner = (path: string) => `@${path.slice(1)}`

/** What is stored of a window. */
export function bodyOf(state: WorkspaceState, viewsOf: (owner: string) => RecordViews): WorkspaceBody {
  const { records, pinned, active, closed, pages } = state
  const lists = Object.entries(pages).map(([path, { search }]) => [path, { search, views: viewsOf(pageOwner(path)) }])
  return {
    records: records
      .slice(-openLimit)
      .map(({ id, section }) => ({ id, section, isPinned: pinned.includes(id), views: viewsOf(id) })),
    activeId: active,
    closed: [...closed],
    pages: Object.fromEntries(lists),
  }
}

/** The body without what would make it too long: how records were looked at. */
export const withoutViews = (body: WorkspaceBody): WorkspaceBody => ({
  ...body,
  records: body.records.map((record) => ({ ...record, views: {} })),
  closed: body.closed.map((record) => ({ ...record, views: {} })),
})

const viewsBy = (saved: SavedWorkspace): Record<string, RecordViews> => ({
  ...Object.fromEntries(saved.records.map(({ id, views }) => [id, views])),
  ...Object.fromEntries(Object.entries(saved.pages).map(([path, { views }]) => [pageOwner(path), views])),
})

interface Adopted {
  state: Partial<Pick<WorkspaceState, 'records' | 'pinned' | 'closed' | 'pages' | 'offer'>>
  views: Record<string, RecordViews>
  path?: string
}

const without = (closed: readonly ClosedRecord[], records: readonly OpenRecord[]) =>
  closed.filter(({ id }) => !records.some((record) => record.id === id))

/** The workspace with what an earlier window had open, as it was; what is open here already stays behind that. */
export function resumed(state: WorkspaceState, saved: SavedWorkspace): Adopted {
  const back = saved.records.map(({ id, section }) => ({ id, section: sectionOf(section, id) }))
  const isBack = (id: string) => back.some((record) => record.id === id)
  const pinned = [
    ...saved.records.filter(({ isPinned }) => isPinned).map(({ id }) => id),
    ...state.pinned.filter((id) => !isBack(id)),
  ]
  const records = pinnedFirst([...back, ...state.records.filter(({ id }) => !isBack(id))], pinned)
  const shown = back.find(({ id }) => id === saved.activeId)
  const pages = Object.fromEntries(Object.entries(saved.pages).map(([path, { search }]) => [path, { search }]))
  return {
    state: {
      records,
      pinned,
      closed: without(withClosed(readClosed(saved.closed), state.closed), records),
      pages: { ...state.pages, ...pages },
      offer: null,
    },
    views: viewsBy(saved),
    path: shown ? recordPath(shown.id, shown.section) : listPath,
  }
}

/** The workspace with the pins, views and closed records that this window had before it went without a word. */
export function recovered(state: WorkspaceState, saved: SavedWorkspace): Adopted {
  const { records } = state
  const isOpen = (id: string) => records.some((record) => record.id === id)
  const pinned = saved.records.filter(({ id, isPinned }) => isPinned && isOpen(id)).map(({ id }) => id)
  return {
    state: {
      records: pinnedFirst(records, pinned),
      pinned,
      closed: without(withClosed(readClosed(saved.closed), state.closed), records),
    },
    views: viewsBy(saved),
  }
}

/** The list of closed records with what an earlier window left open at its head: it can be reopened one by one. */
export function withLeftOpen(state: WorkspaceState, saved: SavedWorkspace): readonly ClosedRecord[] {
  const left = readClosed(saved.records.map((record, index) => ({ ...record, index, closedAt: saved.at })))
  return without(withClosed(withClosed(readClosed(saved.closed), left), state.closed), state.records)
}
