import type { HistoryState } from '@tanstack/react-router'
import {
  isRecordId,
  printOpen,
  sectionOf,
  withRecord,
  withRoom,
  type OpenRecord,
  type Section,
} from '#/workspace/open-records.ts'

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

/** The open set with the record that a path names; the section it was left on when the path names none. */
export function visit(
  state: { records: readonly OpenRecord[]; unsaved: Readonly<Record<string, unknown>> },
  pathname: string,
): { records: readonly OpenRecord[]; active: string | null } {
  const named = recordOfPath(pathname)
  if (!named) return { records: state.records, active: null }
  const present = state.records.find((record) => record.id === named.id)
  const section = named.section === undefined && present ? present.section : sectionOf(named.section, named.id)
  const room = present ? state.records : withRoom(state.records, (id) => state.unsaved[id] === undefined)
  return { records: withRecord(room, named.id, section), active: named.id }
}

/** Ids that were in the set and are not any more. */
export const missing = (before: readonly OpenRecord[], after: readonly OpenRecord[]) =>
  before.filter(({ id }) => !after.some((record) => record.id === id)).map(({ id }) => id)

/** What a history entry holds besides the marks of the router and what we remember for a reload. */
export function ownState(state: HistoryState | undefined): string {
  const kept = Object.entries(state ?? {}).filter(([name]) => !/^(__.*|key|views)$/.test(name))
  return JSON.stringify(kept.toSorted(([a], [b]) => a.localeCompare(b)))
}
