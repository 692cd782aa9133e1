import { useMutation } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { noteSchema, type Note } from '#/contract/notes.ts'
import { isSame } from '#/contract/same-json.ts'
import { noteName } from '#/customers/notes/note-text.ts'
import { saveNoteMutation, type NotePatch } from '#/customers/notes/save-note.ts'
import { useRefreshAfterRefusal, useSayRefusal } from '#/customers/record/use-say-refusal.ts'
import { useSubject } from '#/customers/record/use-subject.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { useNotices } from '#/shared/ui/notice-region.tsx'

/** Changes that are made at a note without its form: pinning it, removing its file. */
export function useChangeNote(customerId: string) {
  const notices = useNotices()
  const subject = useSubject(customerId)
  const sayRefusal = useSayRefusal(customerId)
  const refresh = useRefreshAfterRefusal(customerId)
  const { mutateAsync: save } = useMutation(saveNoteMutation(customerId))

  const change = async (note: Note, member: 'pinned' | 'attachment', patch: NotePatch) => {
    const send = async (ifMatch: string) =>
      save({ noteId: note.id, patch, ifMatch, idempotencyKey: crypto.randomUUID() })
    try {
      return await send(note.etag)
    } catch (error) {
      const current = isApiError(error, 'stale') ? z.safeParse(noteSchema, error.problem?.current) : undefined
      // Something else of it was changed meanwhile.
      if (!current?.success || !isSame(current.data[member], note[member])) throw error
      return send(current.data.etag)
    }
  }

  return {
    /** Puts a note on top of the others, or back to its time; true when it is done. */
    pin: async (note: Note): Promise<boolean> => {
      try {
        await change(note, 'pinned', { pinned: !note.pinned })
        return true
      } catch (error) {
        sayRefusal(error, subject)
        return false
      }
    },
    /** Removes the file of a note. Rejects with what the API said. */
    removeFile: async (note: Note) => {
      try {
        await change(note, 'attachment', { attachment: null })
      } catch (error) {
        refresh(error)
        throw error
      }
      notices.show({ kind: 'success', subject, text: m.notes_file_removed({ name: noteName(note) }) })
    },
  }
}
