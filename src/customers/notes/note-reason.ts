import { useQuery } from '@tanstack/react-query'
import type { Note } from '#/contract/notes.ts'
import { useWriteReason } from '#/customers/record/edit-reason.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { meQuery, useMay } from '#/shared/session/me.queries.ts'

/** Why no note of this customer may be written; nothing when it may. */
export const useNoteReason = (customerId: string): string | undefined =>
  useWriteReason(customerId, 'note:write', m.notes_forbidden())

/** Why a note may not be changed: notes belong to who wrote them, and moderators may change all. */
export function useOwnReason(reason: string | undefined): (note: Note) => string | undefined {
  const meId = useQuery({ ...meQuery, select: ({ id }) => id }).data
  const mayModerate = useMay('note:moderate')
  return ({ createdBy }) => {
    const isOwn = createdBy.type === 'staff' && createdBy.id === meId
    return reason ?? (isOwn || mayModerate ? undefined : m.notes_not_own())
  }
}
