import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { getNote, listNotes } from '#/contract/notes.ts'
import { api } from '#/shared/api/api.ts'

export const noteKeys = {
  /** All lists of the notes of a customer. */
  lists: (customerId: string) => ['customers', 'notes', customerId] as const,
  list: (customerId: string, includeCaseNotes: boolean) =>
    [...noteKeys.lists(customerId), { includeCaseNotes }] as const,
  /** Notes that are read alone. */
  ones: (customerId: string) => ['customers', 'note', customerId] as const,
  one: (customerId: string, noteId: string) => [...noteKeys.ones(customerId), noteId] as const,
  numbered: (customerId: string, number: number) => [...noteKeys.ones(customerId), { number }] as const,
}

const pageSize = 50

/** Notes of a customer, pinned ones first, then the newest; the first page carries the total. */
export const noteListQuery = (customerId: string, includeCaseNotes: boolean) =>
  infiniteQueryOptions({
    queryKey: noteKeys.list(customerId, includeCaseNotes),
    queryFn: ({ pageParam, signal }) =>
      api(listNotes, {
        path: { id: customerId },
        query: {
          limit: pageSize,
          ...(includeCaseNotes ? { includeCaseNotes } : {}),
          ...(pageParam === undefined ? { count: true } : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

/** One note by its id. */
export const noteQuery = (customerId: string, noteId: string) =>
  queryOptions({
    queryKey: noteKeys.one(customerId, noteId),
    queryFn: ({ signal }) => api(getNote, { path: { id: customerId, noteId }, signal }),
  })

/** One note by its number; `null` when there is none. */
export const numberedNoteQuery = (customerId: string, number: number) =>
  queryOptions({
    queryKey: noteKeys.numbered(customerId, number),
    queryFn: async ({ signal }) => {
      const { items } = await api(listNotes, {
        path: { id: customerId },
        query: { number: [number], limit: 1 },
        signal,
      })
      return items[0] ?? null
    },
  })
