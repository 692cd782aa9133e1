import { useMutation } from '@tanstack/react-query'
import type { Note } from '#/contract/notes.ts'
import { noteName } from '#/customers/notes/note-text.ts'
import { deleteNoteMutation, restoreNoteMutation } from '#/customers/notes/save-note.ts'
import { useRefreshAfterRefusal, useSayRefusal } from '#/customers/record/use-say-refusal.ts'
import { useSubject } from '#/customers/record/use-subject.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { useNotices } from '#/shared/ui/notice-region.tsx'

/** Deletes a note; a notice says so and brings it back. Rejects with what the API said. */
export function useDeleteNote(customerId: string) {
  const notices = useNotices()
  const subject = useSubject(customerId)
  const sayRefusal = useSayRefusal(customerId)
  const refresh = useRefreshAfterRefusal(customerId)
  const { mutateAsync: remove } = useMutation(deleteNoteMutation(customerId))
  // Not the callbacks of `mutate`: they are lost when the record is hidden meanwhile.
  const { mutateAsync: restore } = useMutation(restoreNoteMutation(customerId))

  const bringBack = async (noteId: string, idempotencyKey: string) => {
    try {
      const name = noteName(await restore({ noteId, idempotencyKey }))
      notices.show({ kind: 'success', subject, text: m.notes_restored({ name }) })
    } catch (error) {
      if (isApiError(error, 'not-found')) sayRefusal(error, subject, { text: m.notes_restore_gone() })
      else sayRefusal(error, subject)
    }
  }

  return async (note: Note) => {
    try {
      await remove(note)
    } catch (error) {
      refresh(error)
      throw error
    }
    const key = crypto.randomUUID()
    notices.show({
      kind: 'success',
      subject,
      text: m.notes_deleted({ name: noteName(note) }),
      undo: () => void bringBack(note.id, key),
    })
  }
}
