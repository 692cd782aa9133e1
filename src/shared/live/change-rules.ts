import type { DataTag, QueryClient, QueryKey } from '@tanstack/react-query'
import type { ChangeEvent } from '#/contract/changes.ts'

/** Data that a change makes out of date. */
export interface Affected {
  /** A query, or all queries below. */
  queryKey: QueryKey
  /** Which of those below are meant; all unless told. */
  isMeant?: (queryKey: QueryKey) => boolean
  /** Whether the data show the change already; not known unless told. */
  shows?: (data: unknown) => boolean
  /**
   * Brings one query up to date at once where it is long and reading it again has to wait. True when nothing is left to be
   * read then.
   */
  patch?: (client: QueryClient, queryKey: QueryKey) => Promise<unknown>
}

/** What a change makes out of date. */
export interface Consequences {
  /** What the change is about. A window that shows it already, for it made the change itself, reads nothing again. */
  source?: Affected
  /** What is made from it or mentions it. */
  others?: readonly Affected[]
}

/** `isOwn`: done by the person who is signed in, in this window or another. */
export type ChangeRule = (event: ChangeEvent, isOwn: boolean) => Consequences

/** Rules by the type of the resource. */
export type ChangeRules = Readonly<Record<string, ChangeRule>>

type DataOf<Key> = Key extends DataTag<unknown, infer Data, unknown> ? Data : unknown

/** Data of one query, and when they show a change already. */
export function dataOf<Key extends QueryKey>(
  { queryKey }: { queryKey: Key },
  shows: (data: DataOf<Key>) => boolean,
): Affected {
  return { queryKey, shows: (data) => shows(data as DataOf<Key>) }
}

interface Listed {
  id: string
  etag?: string
}

/** Whether a list shows what became of one of its things: the version, or that it is gone. */
export function listShows(items: readonly Listed[], { type, resource, etag }: ChangeEvent): boolean {
  const item = items.find(({ id }) => id === resource.id)
  if (type.endsWith('.deleted')) return item === undefined
  if (item === undefined) return false
  return etag === null || item.etag === undefined ? type.endsWith('.created') : item.etag === etag
}
