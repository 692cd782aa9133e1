import type { HistoryLocation, RouterHistory } from '@tanstack/react-router'
import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  isNewId,
  moveRecord,
  nextActive,
  openLimit,
  parseOpen,
  printOpen,
  sections,
  withRecord,
  withReplaced,
  withoutRecords,
  type Section,
} from '#/workspace/open-records.ts'
import { ViewMemory, type PageVisit } from '#/workspace/view-memory.ts'
import type { WorkspaceState } from '#/workspace/workspace-state.ts'
import {
  isPagePath,
  listPath,
  openAtStart,
  openOf,
  pathOf,
  missing,
  ownState,
  recordOfPath,
  recordPath,
  searchWithoutOpen,
  signInPath,
  visit,
  withOpenParameter,
} from '#/workspace/workspace-address.ts'

/** Records looked at last that stay mounted, hidden; older ones are unmounted. */
const mountedLimit = 8

/** Under this a page says what the shortcut to add a record starts. Cannot be a record id. */
export const addOwner = '@add'

/** Under which it is remembered what became of new records that were saved. Cannot be a record id. */
const savedOwner = '@saved'

/**
 * The open records of one window. The path of the address decides what is shown; the set lives here and is written into
 * the `open` parameter of every address. It is read from an address once, at the start: Back and Forward move between
 * what was looked at and neither open nor close anything (docs/decisions/0003).
 */
export class Workspace {
  readonly store: StoreApi<WorkspaceState>
  readonly #views: ViewMemory
  /** What the edit shortcut starts, by record. */
  readonly #edits = new Map<string, () => void>()
  readonly #history: RouterHistory

  constructor(history: RouterHistory) {
    this.#history = history
    const { pathname, search, state } = history.location
    const { records, dropped } = parseOpen(openAtStart(search), recordOfPath(pathname)?.id)
    const visited = visit({ records, unsaved: {} }, pathname)
    this.#views = new ViewMemory(state.views)
    this.store = createStore<WorkspaceState>(() => ({
      ...visited,
      mounted: visited.active === null ? [] : [visited.active],
      unsaved: {},
      asking: null,
      pages: this.#views.pages,
      dropped: dropped + missing(records, visited.records).length,
      showsKeys: false,
      searches: 0,
    }))
    this.#carryOpen(history)
    this.#follow(history.location)
    history.subscribe(({ location }) => this.#follow(location))
  }

  /** Every address that is pushed or replaced carries the set as it will be, whoever made the link. */
  #carryOpen(history: RouterHistory) {
    const addressed = (href: string) => withOpenParameter(href, visit(this.store.getState(), pathOf(href)).records)
    const push = history.push.bind(history)
    const replace = history.replace.bind(history)
    history.replace = (href, state, options) => replace(addressed(href), state, options)
    history.push = (href, state, options) => {
      const target = addressed(href)
      const { location } = history
      // Going to where one is must not cost a press of Back; the router compares before the set is carried over.
      const isHere = target === location.href && ownState(state) === ownState(location.state)
      ;(isHere ? replace : push)(target, state, options)
    }
  }

  #follow(location: HistoryLocation) {
    const saved = this.#views.recall(savedOwner, recordOfPath(location.pathname)?.id ?? '')
    if (typeof saved === 'string') {
      this.#history.replace(recordPath(saved, 'account'), location.state)
      return
    }
    const state = this.store.getState()
    const { records, active } = visit(state, location.pathname)
    if (records !== state.records || active !== state.active) {
      const gone = missing(state.records, records)
      for (const id of gone) this.#views.forget(id)
      this.store.setState({
        records,
        active,
        mounted: this.#mountedWith(active).filter((id) => !gone.includes(id)),
        dropped: state.dropped + gone.length,
      })
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

  #mountedWith(active: string | null): readonly string[] {
    const { mounted, unsaved } = this.store.getState()
    if (active === null || mounted[0] === active) return mounted
    const byUse = [active, ...mounted.filter((id) => id !== active)]
    return byUse.filter((id, index) => index < mountedLimit || unsaved[id] !== undefined)
  }

  isOpen(id: string): boolean {
    return this.store.getState().records.some((record) => record.id === id)
  }

  /** Opens a record without showing it; false when there is no room for it. */
  openInBackground(id: string): boolean {
    const { records } = this.store.getState()
    if (this.isOpen(id)) return true
    if (records.length >= openLimit) return false
    this.store.setState({ records: withRecord(records, id, 'account') })
    this.#rewrite()
    return true
  }

  /** Shows a record: on the section asked for, else where it was left. */
  show(id: string, section?: Section) {
    const left = this.store.getState().records.find((record) => record.id === id)?.section
    this.#history.push(recordPath(id, section ?? left ?? 'account'))
  }

  /** A new record was saved and has an id of its own: that takes its place in the strip and in every address. */
  replaceSaved(newId: string, id: string) {
    const { records, active, mounted } = this.store.getState()
    this.#views.forget(newId)
    this.#views.remember(savedOwner, newId, id)
    this.store.setState({
      records: withReplaced(records, newId, id),
      active: active === newId ? id : active,
      mounted: mounted.map((each) => (each === newId ? id : each)),
    })
    if (active === newId) this.#history.replace(recordPath(id, 'account'))
    else this.#rewrite()
  }

  /** Goes to a list as it was left: filters, sort, words. */
  showPage(path: string) {
    const { search = '', words } = this.store.getState().pages[path] ?? {}
    this.#history.push(`${path}${search}`, words === undefined ? {} : { words })
  }

  /** Goes to the list and into its search. */
  search() {
    this.store.setState(({ searches }) => ({ searches: searches + 1 }))
    this.showPage(listPath)
  }

  /** Shows the record so many places further in the strip, round its ends; from elsewhere the first or last. */
  step(by: 1 | -1) {
    const { records, active } = this.store.getState()
    const at = records.findIndex((record) => record.id === active)
    const next = records.at(at === -1 ? (by === 1 ? 0 : -1) : (at + by) % records.length)
    if (next && next.id !== active) this.show(next.id)
  }

  /** Shows the next or previous section of the active record. */
  stepSection(by: 1 | -1) {
    const record = this.store.getState().records.find(({ id }) => id === this.store.getState().active)
    const next = record && !isNewId(record.id) && sections[sections.indexOf(record.section) + by]
    if (next) this.show(record.id, next)
  }

  /** Closes records, and asks first when any of them holds unsaved edits. True when they are closed. */
  askToClose(ids: readonly string[]): boolean {
    const { unsaved } = this.store.getState()
    const asks = ids.some((id) => unsaved[id] !== undefined)
    if (asks) this.store.setState({ asking: ids })
    else this.close(ids)
    return !asks
  }

  answerClose(closes: boolean) {
    const { asking } = this.store.getState()
    this.store.setState({ asking: null })
    if (closes && asking) this.close(asking)
  }

  /** Closes records without asking. */
  close(ids: readonly string[]) {
    const { records, active, mounted, unsaved } = this.store.getState()
    const closing = new Set(ids)
    const next = nextActive(records, closing, active)
    for (const id of closing) this.#views.forget(id)
    this.store.setState({
      records: withoutRecords(records, closing),
      mounted: mounted.filter((id) => !closing.has(id)),
      unsaved: Object.fromEntries(Object.entries(unsaved).filter(([id]) => !closing.has(id))),
      ...(next === 'stay' ? {} : { active: null }),
    })
    if (next === 'stay') this.#rewrite()
    else if (next) this.#history.replace(recordPath(next.id, next.section))
    else this.#leaveForList()
  }

  #leaveForList() {
    const { search = '', words } = this.store.getState().pages[listPath] ?? {}
    this.#history.replace(`${listPath}${search}`, words === undefined ? {} : { words })
  }

  move(id: string, to: number) {
    const { records } = this.store.getState()
    const moved = moveRecord(records, id, to)
    if (moved === records) return
    this.store.setState({ records: moved })
    this.#rewrite()
  }

  /** Says whether a form of a record holds edits that are not saved. Survives hiding; closing the record forgets it. */
  setUnsaved(id: string, form: string, isUnsaved: boolean) {
    const { unsaved } = this.store.getState()
    const forms = unsaved[id] ?? []
    if (forms.includes(form) === isUnsaved || (isUnsaved && !this.isOpen(id))) return
    const { [id]: _, ...others } = unsaved
    const now = isUnsaved ? [...forms, form] : forms.filter((name) => name !== form)
    this.store.setState({ unsaved: now.length > 0 ? { ...others, [id]: now } : others })
  }

  /** Forgets that anything is unsaved: the person chose to lose it. */
  discardUnsaved() {
    this.store.setState({ unsaved: {} })
  }

  /** What the edit shortcut starts while this record is shown; gives the way to take it back. */
  onEdit(id: string, start: () => void): () => void {
    this.#edits.set(id, start)
    return () => {
      if (this.#edits.get(id) === start) this.#edits.delete(id)
    }
  }

  /** Starts editing what is shown of the active record, where that is possible. */
  edit() {
    const { active } = this.store.getState()
    if (active !== null) this.#edits.get(active)?.()
  }

  /** Adds a record, where the page that is shown offers it. */
  add() {
    if (this.store.getState().active === null) this.#edits.get(addOwner)?.()
  }

  showKeys(showsKeys = true) {
    this.store.setState({ showsKeys })
  }

  dropNoticed() {
    this.store.setState({ dropped: 0 })
  }

  /** What was remembered of a place in a record (`orders/scroll`, say) or of a page (`@customers`). */
  recall(owner: string, place: string): unknown {
    return this.#views.recall(owner, place)
  }

  /** Opaque ids and numbers only: it comes to stand in the history entry. */
  remember(owner: string, place: string, value: unknown) {
    this.#views.remember(owner, place, value)
  }

  /** Writes what is remembered into the history entry, so that it is there after a reload. Call it when the page hides. */
  keepViews() {
    const { location } = this.#history
    const views = this.#views.print(this.store.getState().pages)
    this.#history.replace(location.href, { ...location.state, views })
    this.#history.flush()
  }
}
