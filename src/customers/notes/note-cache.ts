import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Page } from '#/contract/common.ts'
import type { Note } from '#/contract/notes.ts'
import { noteKeys, noteQuery } from '#/customers/notes/note.queries.ts'

type Pages = InfiniteData<Page<Note>, string | undefined>

/** A read that is under way may bring what was before the change. */
export const stopReadingNotes = async (client: QueryClient, customerId: string) =>
  client.cancelQueries({ queryKey: noteKeys.lists(customerId) })

/** As the API sorts: pinned first, then the newest. */
function standsBefore(a: Note, b: Note): boolean {
  if (a.pinned !== b.pinned) return a.pinned
  return a.createdAt === b.createdAt ? a.id > b.id : a.createdAt > b.createdAt
}

function without({ pages, ...rest }: Pages, noteId: string): Pages {
  return { ...rest, pages: pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => id !== noteId) })) }
}

/** Among what is loaded; beyond it there is nothing to put the note into. */
function withNote({ pages, ...rest }: Pages, note: Note): Pages {
  const last = pages.length - 1
  const at = pages.findIndex(({ items }) => items.some((other) => standsBefore(note, other)))
  const target = at === -1 && pages[last]?.next === undefined ? last : at
  return {
    ...rest,
    pages: pages.map((page, index) => {
      if (index !== target) return page
      const place = page.items.findIndex((other) => standsBefore(note, other))
      return { ...page, items: page.items.toSpliced(place === -1 ? page.items.length : place, 0, note) }
    }),
  }
}

function counted({ pages, ...rest }: Pages, by: number): Pages {
  const add = (page: Page<Note>) =>
    page.total ? { ...page, total: { ...page.total, value: page.total.value + by } } : page
  return { ...rest, pages: by === 0 ? pages : pages.map(add) }
}

const holds = ({ pages }: Pages, noteId: string) => pages.some(({ items }) => items.some(({ id }) => id === noteId))

function change(client: QueryClient, customerId: string, next: (pages: Pages) => Pages) {
  client.setQueriesData<Pages>({ queryKey: noteKeys.lists(customerId) }, (pages) => pages && next(pages))
}

/** Puts a note that was added or brought back into the lists. */
export function rememberNewNote(client: QueryClient, customerId: string, note: Note) {
  client.setQueryData(noteQuery(customerId, note.id).queryKey, note)
  change(client, customerId, (pages) =>
    holds(pages, note.id) ? withNote(without(pages, note.id), note) : counted(withNote(pages, note), 1),
  )
}

/** Puts a newer version of a note into the lists that show it, at its place. */
export function rememberNote(client: QueryClient, customerId: string, note: Note) {
  client.setQueryData(noteQuery(customerId, note.id).queryKey, note)
  change(client, customerId, (pages) => (holds(pages, note.id) ? withNote(without(pages, note.id), note) : pages))
}

/** Takes a note out of the lists. */
export function forgetNote(client: QueryClient, customerId: string, noteId: string) {
  change(client, customerId, (pages) => (holds(pages, noteId) ? counted(without(pages, noteId), -1) : pages))
}
