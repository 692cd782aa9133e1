import type { HistoryState, RouterHistory } from '@tanstack/react-router'
import { leastUsed } from '#/workspace/least-used.ts'
import {
  isRecordId,
  openLimit,
  parseOpen,
  printOpen,
  sectionOf,
  withoutRecords,
  withRecord,
  type OpenRecord,
  type Section,
} from '#/workspace/open-records.ts'
import type { WorkspaceState } from '#/workspace/workspace-state.ts'

/** Where the list of the records and the records themselves live. */
export const listPath = '/customers'
/** Stands outside the workspace: its address names no open records. */
export const signInPath = '/sign-in'

/** Reads `/customers/{id}/{section}`. */
export function recordOfPath(pathname: string): { id: string; section: string | undefined } | null {
  const [, module, id, section] = pathname.split('/')
  return `/${module}` === listPath && id !== undefined && isRecordId(id) ? { id, section } : null
}

export const recordPath = (id: string, section: Section) => `${listPath}/${id}/${section}`

/** Lists that are gone back to as they were left: `/customers`, `/orders`. */
export const isPagePath = (pathname: string) => /^\/[^/]+$/.test(pathname) && pathname !== signInPath

export const pathOf = (href: string) => href.split(/[?#]/)[0] ?? ''

/** Search of an address without its `open` parameter, with `?` unless it is empty. */
export function searchWithoutOpen(search: string): string {
  const parts = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && !part.startsWith('open='))
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/** The address with its `open` parameter replaced by the present set. */
export function withOpenParameter(href: string, records: readonly OpenRecord[]): string {
  const [, path = '', search = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(href) ?? []
  if (path === signInPath) return href
  const open = printOpen(records)
  const rest = searchWithoutOpen(search)
  const parameter = open === undefined ? '' : `${rest === '' ? '?' : '&'}open=${open}`
  return `${path}${rest}${parameter}${hash}`
}

export const openOf = (search: string) => new URLSearchParams(search).get('open') ?? ''

/** What the first address names as open; on the way through the sign-in it stands in the address to return to. */
export function openAtStart(search: string): string {
  const returnTo = new URLSearchParams(search).get('returnTo')
  return openOf(search) || (returnTo === null ? '' : openOf(returnTo.split('?')[1]?.split('#')[0] ?? ''))
}

interface Visit {
  records: readonly OpenRecord[]
  active: string | null
}

/** The set with the record that a path names; when the path names no section, on the one it was left on, else `start`. */
function visited(records: readonly OpenRecord[], pathname: string, start: Section): Visit {
  const named = recordOfPath(pathname)
  if (!named) return { records, active: null }
  const present = records.find((record) => record.id === named.id)
  const section = present && named.section === undefined ? present.section : sectionOf(named.section ?? start, named.id)
  return { records: withRecord(records, named.id, section), active: named.id }
}

/** What the first address opens; `dropped` counts what was over the limit, of which the record it shows is never one. */
export function visitAtStart(search: string, pathname: string): Visit & { dropped: number } {
  const { records, dropped } = parseOpen(openAtStart(search), recordOfPath(pathname)?.id)
  const visit = visited(records, pathname, 'account')
  const over = Math.max(0, visit.records.length - openLimit)
  return { ...visit, records: visit.records.slice(over), dropped: dropped + over }
}

/**
 * What a path shows, given what is open. At the limit a record that is opened takes the place of another, `retired`;
 * when none may go it is opened all the same, and the set is `full`.
 */
export function visit(
  state: Pick<WorkspaceState, 'records' | 'pinned' | 'unsaved' | 'used' | 'active' | 'limit' | 'startSection'>,
  pathname: string,
): Visit & { retired?: string | undefined; isFull: boolean } {
  const next = visited(state.records, pathname, state.startSection)
  if (next.records.length === state.records.length || state.records.length < state.limit)
    return { ...next, isFull: false }
  const retired = leastUsed(state)
  if (retired === undefined) return { ...next, isFull: true }
  return { ...next, records: withoutRecords(next.records, new Set([retired])), retired, isFull: false }
}

/** Makes every address that is pushed or replaced carry the set as it will be, whoever made the link. */
export function carryOpen(history: RouterHistory, recordsAt: (path: string) => readonly OpenRecord[]) {
  const addressed = (href: string) => withOpenParameter(href, recordsAt(pathOf(href)))
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

/** What a history entry holds besides the marks of the router, whose it is, and what we remember for a reload. */
function ownState(state: HistoryState | undefined): string {
  const kept = Object.entries(state ?? {}).filter(([name]) => !/^(__.*|key|views|by)$/.test(name))
  return JSON.stringify(kept.toSorted(([a], [b]) => a.localeCompare(b)))
}
