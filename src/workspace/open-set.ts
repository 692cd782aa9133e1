import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  closedRecords,
  withClosed,
  withReopened,
  type ClosedRecord,
  type RecordViews,
} from '#/workspace/closed-records.ts'
import { createEditingForms } from '#/workspace/editing-forms.ts'
import { addOwner, EditStarts } from '#/workspace/edit-starts.ts'
import { withUse, withUseBehind } from '#/workspace/least-used.ts'
import { withoutRecords, type OpenRecord } from '#/workspace/open-records.ts'
import { ViewMemory } from '#/workspace/view-memory.ts'
import type { WorkspaceNews, WorkspaceState } from '#/workspace/workspace-state.ts'

type Forms = Readonly<Record<string, readonly string[]>>

/** The same object when it says so already. */
function withForm(forms: Forms, id: string, form: string, isThere: boolean): Forms {
  const { [id]: known = [], ...others } = forms
  if (known.includes(form) === isThere) return forms
  const now = isThere ? [...known, form] : known.filter((name) => name !== form)
  return now.length > 0 ? { ...others, [id]: now } : others
}

const withoutIds = (forms: Forms, ids: ReadonlySet<string>): Forms =>
  Object.fromEntries(Object.entries(forms).filter(([id]) => !ids.has(id)))

/** Records looked at last that stay mounted, hidden; older ones are unmounted and come back from their drafts. */
const mountedLimit = 8

/**
 * What is open, as far as no address is concerned: the state, what is remembered of views, and how records come and go.
 */
export class OpenSet {
  readonly store: StoreApi<WorkspaceState>
  /** The forms that are open on the screen. */
  readonly editing = createEditingForms()
  protected readonly views: ViewMemory
  readonly #edits = new EditStarts()
  readonly #watchers = new Set<() => void>()
  #lastShown: string | null

  protected constructor(state: WorkspaceState, views: RecordViews) {
    this.#lastShown = state.active
    this.views = new ViewMemory(views, () => this.#tell())
    this.store = createStore<WorkspaceState>(() => state)
    this.store.subscribe(() => this.#tell())
  }

  #tell() {
    for (const watcher of this.#watchers) watcher()
  }

  /** Calls with every change of the state or of what is remembered of views; gives the way to stop that. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  isOpen(id: string): boolean {
    return this.store.getState().records.some((record) => record.id === id)
  }

  protected showRecords(records: readonly OpenRecord[], active: string | null) {
    const { active: before, used, switches, switchedAt } = this.store.getState()
    const isSwitch = active !== null && this.#lastShown !== null && active !== this.#lastShown
    this.#lastShown = active ?? this.#lastShown
    this.store.setState({
      records,
      active,
      mounted: this.#mountedWith(active),
      used: active === null ? used : withUse(used, active),
      closed: this.closedBut(records),
      switches: active === before ? switches : switches + 1,
      switchedAt: isSwitch ? Date.now() : switchedAt,
    })
  }

  /** The list of closed records without those that are open again; how they were looked at comes back. */
  protected closedBut(records: readonly OpenRecord[]): readonly ClosedRecord[] {
    const { closed } = this.store.getState()
    const again = closed.filter(({ id }) => records.some((record) => record.id === id))
    for (const { id, views } of again) this.views.bringBack(id, views)
    return again.length === 0 ? closed : closed.filter((record) => !again.includes(record))
  }

  #mountedWith(active: string | null): readonly string[] {
    const { mounted } = this.store.getState()
    if (active === null || mounted[0] === active) return mounted
    return [active, ...mounted.filter((id) => id !== active)].slice(0, mountedLimit)
  }

  protected report(news: WorkspaceNews) {
    this.store.setState((state) => ({ news: [...state.news, news] }))
  }

  /** Forgets news that were told. */
  dropNews(told: readonly WorkspaceNews[]) {
    this.store.setState(({ news }) => ({ news: news.filter((one) => !told.includes(one)) }))
  }

  /** Takes records out of the strip and gives what brings them back. */
  protected takeOut(ids: ReadonlySet<string>): readonly ClosedRecord[] {
    const { records, pinned, mounted, unsaved, conflicted, closed } = this.store.getState()
    const taken = closedRecords({ records, pinned, unsaved }, ids, (id) => this.views.of(id))
    for (const id of ids) this.views.forget(id)
    this.store.setState({
      records: withoutRecords(records, ids),
      pinned: pinned.filter((id) => !ids.has(id)),
      mounted: mounted.filter((id) => !ids.has(id)),
      unsaved: withoutIds(unsaved, ids),
      conflicted: withoutIds(conflicted, ids),
      closed: withClosed(closed, taken),
    })
    return taken
  }

  /** Closes a record for the sake of another one. */
  protected retire(id: string) {
    const { closed: before } = this.store.getState()
    const records = this.takeOut(new Set([id]))
    if (records.length > 0) this.report({ kind: 'retired', closing: { records, before, place: null } })
  }

  /** Puts closed records back; `before` is what the list of closed ones held before them. */
  protected bringBack(closed: readonly ClosedRecord[], before: readonly ClosedRecord[] = []) {
    const state = this.store.getState()
    const missing = closed.filter(({ id }) => !this.isOpen(id))
    const ids = missing.map(({ id }) => id)
    const { closed: rest, ...set } = withReopened(state, missing)
    const fallen = before.filter(({ id }) => !set.records.some((record) => record.id === id))
    for (const { id, views } of missing) this.views.bringBack(id, views)
    this.store.setState({
      ...set,
      closed: withClosed(fallen, rest),
      used: withUseBehind(state.used, ids),
    })
  }

  /** What the edit shortcut starts while this record is shown; gives the way to take it back. */
  onEdit(owner: string, start: () => void): () => void {
    return this.#edits.on(owner, start)
  }

  /** Starts editing what is shown of the active record, where that is possible. */
  edit() {
    const { active } = this.store.getState()
    if (active !== null) this.#edits.run(active)
  }

  /** Adds a record, where the page that is shown offers it. */
  add() {
    if (this.store.getState().active === null) this.#edits.run(addOwner)
  }

  /** Says whether a form of a record holds edits that are not saved. Survives hiding; closing the record forgets it. */
  setUnsaved(id: string, form: string, isUnsaved: boolean) {
    const { unsaved } = this.store.getState()
    if (isUnsaved && !this.isOpen(id)) return
    if (!isUnsaved) this.setConflicted(id, form, false)
    const now = withForm(unsaved, id, form, isUnsaved)
    if (now !== unsaved) this.store.setState({ unsaved: now })
  }

  /** Says whether a choice is open in a form, because somebody else saved under what was typed. */
  setConflicted(id: string, form: string, isConflicted: boolean) {
    const { conflicted } = this.store.getState()
    if (isConflicted && !this.isOpen(id)) return
    const now = withForm(conflicted, id, form, isConflicted)
    if (now !== conflicted) this.store.setState({ conflicted: now })
  }

  /** Forgets that anything is unsaved: the person chose to lose it. */
  discardUnsaved() {
    this.store.setState({ unsaved: {}, conflicted: {} })
  }

  showKeys(showsKeys = true) {
    this.store.setState({ showsKeys })
  }

  showList(showsList = true) {
    this.store.setState({ showsList })
  }

  dropNoticed() {
    this.store.setState({ dropped: 0 })
  }

  /** What was remembered of a place in a record (`orders/scroll`, say) or of a page (`@customers`). */
  recall(owner: string, place: string): unknown {
    return this.views.recall(owner, place)
  }

  /** Opaque ids, codes and numbers only: it comes to stand in the history entry, and is stored. */
  remember(owner: string, place: string, value: unknown) {
    this.views.remember(owner, place, value)
  }

  viewsOf(owner: string): RecordViews {
    return this.views.of(owner)
  }
}
