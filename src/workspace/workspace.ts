import type { HistoryLocation, RouterHistory } from '@tanstack/react-router'
import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  isRecordId,
  moveRecord,
  nextActive,
  parseOpen,
  printOpen,
  sectionOf,
  withRecord,
  withoutRecords,
  type OpenRecord,
  type Section,
} from '#/workspace/open-records.ts'

/** Where the lists of the parent module and its records live. */
const listPath = '/customers'
/** Records looked at last that stay mounted, hidden; older ones are unmounted. */
const mountedLimit = 8

export interface WorkspaceState {
  /** The open records in the order of the strip. */
  records: readonly OpenRecord[]
  /** The record that is shown; `null` on the list and in other modules. */
  active: string | null
  /** Records that are mounted, the one looked at last first. */
  mounted: readonly string[]
  /** Edits that are not saved: record id to the names of the forms that hold them. */
  unsaved: Readonly<Record<string, readonly string[]>>
  /** Records that the first address named beyond the limit. */
  dropped: number
}

/** Reads `/customers/{id}/{section}`. */
export function recordOfPath(pathname: string): { id: string; section: string | undefined } | null {
  const [, module, id, section] = pathname.split('/')
  return `/${module}` === listPath && id !== undefined && isRecordId(id) ? { id, section } : null
}

export const recordPath = (id: string, section: Section) => `${listPath}/${id}/${section}`

/** The address with its `open` parameter replaced by the present set. */
function withOpenParameter(href: string, records: readonly OpenRecord[]): string {
  const [, path = '', search = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(href) ?? []
  const open = printOpen(records)
  const rest = search.slice(1).split('&').filter((part) => part !== '' && !part.startsWith('open='))
  const parts = open === undefined ? rest : [...rest, `open=${open}`]
  return `${path}${parts.length > 0 ? `?${parts.join('&')}` : ''}${hash}`
}

function openOf(search: string): string {
  return new URLSearchParams(search).get('open') ?? ''
}

/** The open set with the record that an address names; the section it was left on when the address names none. */
function visit(records: readonly OpenRecord[], pathname: string): { records: readonly OpenRecord[]; active: string | null } {
  const named = recordOfPath(pathname)
  if (!named) return { records, active: null }
  const left = records.find((record) => record.id === named.id)?.section
  return { records: withRecord(records, named.id, named.section === undefined ? (left ?? 'account') : sectionOf(named.section)), active: named.id }
}

/**
 * The open records of one window. The path of the address decides what is shown; the set lives here and is written into
 * the `open` parameter of every address. It is read from an address once, at the start: Back and Forward move between
 * what was looked at and neither open nor close anything (docs/decisions/0003).
 */
export class Workspace {
  readonly store: StoreApi<WorkspaceState>
  readonly #history: RouterHistory
  /** Scroll offsets and the like by record and place; what comes back when a record is mounted again or reloaded. */
  readonly #views: Map<string, unknown>

  constructor(history: RouterHistory) {
    this.#history = history
    const { records, dropped } = parseOpen(openOf(history.location.search))
    const visited = visit(records, history.location.pathname)
    this.#views = new Map(Object.entries(history.location.state.views ?? {}))
    this.store = createStore<WorkspaceState>(() => ({
      ...visited,
      mounted: visited.active === null ? [] : [visited.active],
      unsaved: {},
      dropped,
    }))
    this.#carryOpen(history)
    this.#follow(history.location)
    history.subscribe(({ location }) => this.#follow(location))
  }

  /** Every address that is pushed or replaced carries the set as it will be, whoever made the link. */
  #carryOpen(history: RouterHistory) {
    for (const method of ['push', 'replace'] as const) {
      const go = history[method].bind(history)
      history[method] = (href, state, options) => {
        const { records } = visit(this.store.getState().records, href.split(/[?#]/)[0] ?? '')
        go(withOpenParameter(href, records), state, options)
      }
    }
  }

  #follow(location: HistoryLocation) {
    const state = this.store.getState()
    const { records, active } = visit(state.records, location.pathname)
    if (records !== state.records || active !== state.active) {
      this.store.setState({ records, active, mounted: this.#mountedWith(active) })
    }
    if (openOf(location.search) !== (printOpen(records) ?? '')) this.#rewrite(location)
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

  /** Opens a record without showing it. */
  openInBackground(id: string) {
    const { records } = this.store.getState()
    if (records.some((record) => record.id === id)) return
    this.store.setState({ records: withRecord(records, id, 'account') })
    this.#rewrite()
  }

  /** Shows a record where it was left. */
  show(id: string) {
    const section = this.store.getState().records.find((record) => record.id === id)?.section ?? 'account'
    this.#history.push(recordPath(id, section))
  }

  /** Closes records without asking; gives the id of the record shown afterwards, `null` for the list. */
  close(ids: readonly string[]): string | null {
    const { records, active, mounted, unsaved } = this.store.getState()
    const closing = new Set(ids)
    const next = nextActive(records, closing, active)
    for (const key of this.#views.keys()) if (closing.has(key.split('/')[0] ?? '')) this.#views.delete(key)
    this.store.setState({
      records: withoutRecords(records, closing),
      mounted: mounted.filter((id) => !closing.has(id)),
      unsaved: Object.fromEntries(Object.entries(unsaved).filter(([id]) => !closing.has(id))),
      ...(next === 'stay' ? {} : { active: null }),
    })
    if (next === 'stay') this.#rewrite()
    else this.#history.replace(next === null ? listPath : recordPath(next.id, next.section))
    return next === 'stay' ? active : (next?.id ?? null)
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
    if (forms.includes(form) === isUnsaved) return
    const { [id]: _, ...others } = unsaved
    const now = isUnsaved ? [...forms, form] : forms.filter((name) => name !== form)
    this.store.setState({ unsaved: now.length > 0 ? { ...others, [id]: now } : others })
  }

  dropNoticed() {
    this.store.setState({ dropped: 0 })
  }

  /** What was remembered of a place in a record (`scroll/orders`, say). Opaque ids and numbers only: it stands in the history entry. */
  recall(id: string, place: string): unknown {
    return this.#views.get(`${id}/${place}`)
  }

  remember(id: string, place: string, value: unknown) {
    this.#views.set(`${id}/${place}`, value)
  }

  /** Writes what is remembered into the history entry, so that it is there after a reload. Call it when the page hides. */
  keepViews() {
    const { location } = this.#history
    this.#history.replace(location.href, { ...location.state, views: Object.fromEntries(this.#views) })
    this.#history.flush()
  }
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What the workspace remembers of its records' views over a reload. */
    views?: Record<string, unknown>
  }
}
