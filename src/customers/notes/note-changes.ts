import type { InfiniteData } from '@tanstack/react-query'
import type { Page } from '#/contract/common.ts'
import type { Note } from '#/contract/notes.ts'
import { noteKeys } from '#/customers/notes/note.queries.ts'
import { listShows, type ChangeRules } from '#/shared/live/change-rules.ts'

const itemsOf = (data: unknown) => (data as InfiniteData<Page<Note>>).pages.flatMap(({ items }) => items)

/** A note: the lists that hold it, and where it stands alone. Entries of a case are told of the case. */
export const noteChanges: ChangeRules = {
  note: (event) => {
    const { customerId } = event
    if (customerId === null) return {}
    return {
      source: { queryKey: noteKeys.lists(customerId), shows: (data) => listShows(itemsOf(data), event) },
      others: [{ queryKey: noteKeys.ones(customerId) }],
    }
  },
  case: ({ customerId }) => {
    if (customerId === null) return {}
    return { others: [{ queryKey: noteKeys.list(customerId, true) }] }
  },
}
