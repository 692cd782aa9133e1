import type { HistoryLocation, HistoryState, RouterHistory } from '@tanstack/react-router'
import type { Closing, RecordViews } from '#/workspace/closed-records.ts'
import { printKept } from '#/workspace/kept-state.ts'
import { leastUsed, withUseBehind } from '#/workspace/least-used.ts'
import {
  isNewId,
  moveRecord,
  nextActive,
  openLimit,
  parseOpen,
  printOpen,
  withReplaced,
  type Section,
} from '#/workspace/open-records.ts'
import { OpenSet } from '#/workspace/open-set.ts'
import { pinnedFirst, withPin } from '#/workspace/pins.ts'
import { startState } from '#/workspace/start-state.ts'
import type { PageVisit } from '#/workspace/view-memory.ts'
import {
  carryOpen,
  isPagePath,
  listPath,
  openAtStart,
  openOf,
  recordOfPath,
  recordPath,
  searchWithoutOpen,
  signInPath,
  visit,
} from '#/workspace/workspace-address.ts'
import type { WorkspaceState } from '#/workspace/workspace-state.ts'

type AdoptedState = Partial<Pick<WorkspaceState, 'records' | 'pinned' | 'closed' | 'pages' | 'offer'>>

/** Under which it is remembered what became of new records that were saved. Cannot be a record id. */
const savedOwner = '@saved'

/**
 * The open records of one window. The path of the address decides what is shown; the set lives here and is written into
 * the `open` parameter of every address. It is read from an address once, at the start: Back and Forward move between
 * what was looked at and neither open nor close anything (docs/decisions/0003).
 */
export class Workspace extends OpenSet {
  /** The history entry held what this window kept over a reload. */
  readonly isResumed: boolean
  /** The first address named no open records. */
  readonly startedEmpty: boolean
  readonly windowId: Promise<string> | undefined
  /** Stores what is open; loaded after the first list. */
  keeper: { flush: () => Promise<void> } | undefined
  readonly #history: RouterHistory
  /** A record that an address opened without naming a section, before it was known where records open. */
  #unnamed: string | undefined

  /** `windowId` is under what id the open records are stored; without one they are not. */
  constructor(history: RouterHistory, windowId?: Promise<string>) {
    const { state, views } = startState(history.location)
    super(state, views)
    this.#history = history
    this.windowId = windowId
    this.isResumed = history.location.state.views !== undefined
    this.startedEmpty = openAtStart(history.location.search) === ''
    const { id, section } = recordOfPath(history.location.pathname) ?? {}
    const isListed = parseOpen(openAtStart(history.location.search)).records.some((record) => record.id === id)
    if (section === undefined && !isListed) this.#unnamed = id
    carryOpen(history, (path) => visit(this.store.getState(), path).records)
    this.#follow(history.location)
    // Read: were it to stay, it would be taken for the newest after a crash.
    if (this.isResumed) this.#forgetKept()
    history.subscribe(({ location }) => this.#follow(location))
  }

  #forgetKept() {
    const { href, state } = this.#history.location
    const { views: _, ...rest } = state
    this.#history.replace(href, rest)
  }

  #follow(location: HistoryLocation) {
    const saved = this.views.recall(savedOwner, recordOfPath(location.pathname)?.id ?? '')
    if (typeof saved === 'string') {
      this.#history.replace(recordPath(saved, 'account'), location.state)
      return
    }
    const state = this.store.getState()
    const { records, active, retired, isFull } = visit(state, location.pathname)
    if (records !== state.records || active !== state.active) {
      if (retired !== undefined) this.retire(retired)
      if (isFull) this.report({ kind: 'full' })
      this.showRecords(records, active)
    }
    if (isPagePath(location.pathname)) this.#rememberPage(location)
    const isCarried = location.pathname === signInPath || openOf(location.search) === (printOpen(records) ?? '')
    if (!isCarried) this.#rewrite(location)
  }

  #rememberPage({ pathname, search, state }: HistoryLocation) {
    const { pages } = this.store.getState()
    const visited: PageVisit = { search: searchWithoutOpen(search), ...(state.words ? { words: state.words } : {}) }
    const before = pages[pathname]
    if (before?.search === visited.search && before.words === visited.words) return
    this.store.setState({ pages: { ...pages, [pathname]: visited } })
  }

  /** Writes the present set into the entry that is shown, in place. */
  #rewrite(location: HistoryLocation = this.#history.location) {
    this.#history.replace(location.href, location.state)
  }

  /** Says where records open that nothing names or remembers a section of. */
  startOn(startSection: Section) {
    this.store.setState({ startSection })
    const { active } = this.store.getState()
    const isAsked = active !== null && active === this.#unnamed && recordOfPath(this.#history.location.pathname)
    this.#unnamed = undefined
    if (isAsked && isAsked.section === undefined) this.#history.replace(this.#placeOf(active))
  }

  /** Where a record opens that is not open yet. */
  #placeOf(id: string): string {
    return recordPath(id, isNewId(id) ? 'account' : this.store.getState().startSection)
  }

  /** Opens a record without showing it, and says so; false when there is no room for it. */
  openInBackground(id: string, section?: Section): boolean {
    const hasRoom = this.#addBehind(id)
    if (hasRoom) this.report({ kind: 'behind', id, section })
    return hasRoom
  }

  #addBehind(id: string): boolean {
    if (this.isOpen(id)) return true
    const state = this.store.getState()
    const { records, retired, isFull } = visit(state, this.#placeOf(id))
    if (isFull && state.records.length >= openLimit) return false
    if (retired !== undefined) this.retire(retired)
    if (isFull) this.report({ kind: 'full' })
    this.store.setState({ records, closed: this.closedBut(records), used: withUseBehind(state.used, [id]) })
    this.#rewrite()
    return true
  }

  /** Shows a record: on the section asked for, else where it was left. */
  show(id: string, section?: Section) {
    const left = this.store.getState().records.find((record) => record.id === id)?.section
    const named = section ?? left
    this.#history.push(named ? recordPath(id, named) : this.#placeOf(id))
  }

  /** A new record was saved and has an id of its own: that takes its place in the strip and in every address. */
  replaceSaved(newId: string, id: string) {
    const { records, active, mounted, pinned, used } = this.store.getState()
    const renamed = (ids: readonly string[]) => ids.map((each) => (each === newId ? id : each))
    this.views.forget(newId)
    this.views.remember(savedOwner, newId, id)
    this.store.setState({
      records: withReplaced(records, newId, id),
      active: active === newId ? id : active,
      mounted: renamed(mounted),
      pinned: renamed(pinned),
      used: renamed(used),
    })
    if (active === newId) this.#history.replace(recordPath(id, 'account'))
    else this.#rewrite()
  }

  /** Goes to a list as it was left: filters, sort, words. */
  showPage(path: string) {
    this.#history.push(...this.#pageLeft(path))
  }

  #pageLeft(path: string): [string, HistoryState] {
    const { search = '', words } = this.store.getState().pages[path] ?? {}
    return [`${path}${search}`, words === undefined ? {} : { words }]
  }

  /** Goes to the list and into its search. */
  search() {
    this.store.setState(({ searches }) => ({ searches: searches + 1 }))
    this.showPage(listPath)
  }

  /** Closes records, and asks first when any of them holds unsaved edits. True when they are closed. */
  askToClose(ids: readonly string[]): boolean {
    const { unsaved } = this.store.getState()
    const asks = ids.some((id) => unsaved[id] !== undefined)
    if (asks) this.store.setState({ asking: ids })
    else this.close(ids)
    return !asks
  }

  /** `alsoUndo` takes back what else was done to close, when the closing is undone. */
  answerClose(closes: boolean, alsoUndo?: () => void) {
    const { asking } = this.store.getState()
    this.store.setState({ asking: null })
    if (closes && asking) this.close(asking, alsoUndo)
  }

  /** Closes records without asking. */
  close(ids: readonly string[], alsoUndo?: () => void) {
    const { records: open, active, closed: before } = this.store.getState()
    const closing = new Set(ids)
    const next = nextActive(open, closing, active)
    const records = this.takeOut(closing)
    if (next === 'stay') this.#rewrite()
    else {
      this.store.setState({ active: null })
      const [href, left] = next ? [recordPath(next.id, next.section), {}] : this.#pageLeft(listPath)
      this.#history.replace(href, left)
    }
    if (records.length === 0) return
    const { pathname, state } = this.#history.location
    const place = next === 'stay' ? null : { id: active, ledTo: pathname, entry: state.__TSR_index }
    this.report({ kind: 'closed', closing: { records, before, place, alsoUndo } })
  }

  /** Opens what was closed again, as it was; what was shown is shown again. */
  undoClosing({ records, before, place, alsoUndo }: Closing) {
    this.bringBack(records, before)
    alsoUndo?.()
    const shown = this.store.getState().records.find(({ id }) => id === place?.id)
    if (!shown) return this.#rewrite()
    const { pathname, state } = this.#history.location
    const path = recordPath(shown.id, shown.section)
    // It was opened again before: going there once more would cost an extra step back.
    if (pathname === path) return this.#rewrite()
    const isThere = pathname === place?.ledTo && state.__TSR_index === place.entry
    return this.#history[isThere ? 'replace' : 'push'](path)
  }

  /** Opens a closed record again, as it was, and shows it: the one closed last when none is named. */
  reopen(id = this.store.getState().closed[0]?.id) {
    const state = this.store.getState()
    const closed = state.closed.find((record) => record.id === id)
    if (!closed) return
    const retired = state.records.length < state.limit ? undefined : leastUsed(state)
    if (retired !== undefined) this.retire(retired)
    this.bringBack([closed])
    this.show(closed.id)
  }

  /** Takes over what is open, pinned, closed and remembered elsewhere, and goes to a path when one is given. */
  adopt(state: AdoptedState, views: Readonly<Record<string, RecordViews>>, path?: string) {
    for (const [id, places] of Object.entries(views)) this.views.bringBack(id, places)
    this.store.setState(state)
    if (path === undefined) this.#rewrite()
    else if (path === listPath) this.showPage(listPath)
    else this.#history.push(path)
  }

  move(id: string, to: number) {
    const { records, pinned } = this.store.getState()
    this.#reorder({ records: pinnedFirst(moveRecord(records, id, to), pinned), pinned })
  }

  /** Keeps a record from being closed for the sake of others, and with the first in the strip; or frees it. */
  pin(id: string, isPinned = true) {
    const state = this.store.getState()
    if (this.isOpen(id) && state.pinned.includes(id) !== isPinned) this.#reorder(withPin(state, id, isPinned))
  }

  #reorder(order: Pick<WorkspaceState, 'records' | 'pinned'>) {
    this.store.setState(order)
    this.#rewrite()
  }

  /** Writes what is remembered into the history entry, so that it is there after a reload. Call it when the page hides. */
  keepViews() {
    const { location } = this.#history
    const views = printKept(this.views.print(), this.store.getState())
    this.#history.replace(location.href, { ...location.state, views })
    this.#history.flush()
  }
}
