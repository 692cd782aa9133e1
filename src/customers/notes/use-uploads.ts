import { mutationOptions, useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { noteSchema, putNoteAttachment, type Note } from '#/contract/notes.ts'
import { isSame } from '#/contract/same-json.ts'
import { rememberNote, stopReadingNotes } from '#/customers/notes/note-cache.ts'
import { FileRefused, fileProblem } from '#/customers/notes/note-file.ts'
import { noteKeys } from '#/customers/notes/note.queries.ts'
import { api } from '#/shared/api/api.ts'
import { isApiError } from '#/shared/api/api-error.ts'

interface Upload {
  /** The note as it was seen. */
  note: Note
  file: File
}

/** A file on its way to a note, or one that did not get there. */
export interface NoteUpload extends Upload {
  isSending: boolean
  error: unknown
}

async function sendFile(customerId: string, { note, file }: Upload): Promise<Note> {
  const problem = fileProblem(file)
  if (problem !== undefined) throw new FileRefused(problem)
  const put = async (ifMatch: string) =>
    api(putNoteAttachment, { path: { id: customerId, noteId: note.id }, file, ifMatch })
  try {
    return await put(note.etag)
  } catch (error) {
    const current = isApiError(error, 'stale') ? z.safeParse(noteSchema, error.problem?.current) : undefined
    // Its text changed meanwhile, or it was pinned: that has nothing to do with the file.
    if (!current?.success || !isSame(current.data.attachment, note.attachment)) throw error
    return put(current.data.etag)
  }
}

const keyOf = (customerId: string) => ['attach-to-note', customerId]

/** Attaches a file. What becomes of it is shown at the note, for as long as the page is open. */
const attachMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: keyOf(customerId),
    // What failed can be tried again for as long.
    gcTime: 60 * 60_000,
    mutationFn: async (upload: Upload) => sendFile(customerId, upload),
    meta: { invalidates: [noteKeys.lists(customerId), noteKeys.ones(customerId)], onFailure: 'form' },
    onSuccess: async (note, _upload, _result, { client }) => {
      await stopReadingNotes(client, customerId)
      rememberNote(client, customerId, note)
    },
  })

export interface Uploads {
  of: (noteId: string) => NoteUpload | undefined
  attach: (note: Note, file: File) => void
  /** Gives up a file that did not get to its note. */
  giveUp: (noteId: string) => void
}

/** The files that are on their way to the notes of a customer; they go on when the record is closed. */
export function useUploads(customerId: string): Uploads {
  const client = useQueryClient()
  const { mutateAsync } = useMutation(attachMutation(customerId))
  const uploads = useMutationState({
    filters: { mutationKey: keyOf(customerId), predicate: ({ state }) => state.status !== 'success' },
    select: ({ state }): NoteUpload => ({
      ...(state.variables as Upload),
      isSending: state.status === 'pending',
      error: state.error,
    }),
  })
  const giveUp = (noteId: string) => {
    const cache = client.getMutationCache()
    const isOver = (mutation: { state: { status: string; variables: unknown } }) =>
      mutation.state.status !== 'pending' && (mutation.state.variables as Upload).note.id === noteId
    for (const mutation of cache.findAll({ mutationKey: keyOf(customerId), predicate: isOver })) cache.remove(mutation)
  }
  const send = async (upload: Upload) => {
    giveUp(upload.note.id)
    await mutateAsync(upload)
    // Sent: nobody needs the file any more.
    giveUp(upload.note.id)
  }
  return {
    of: (noteId) => uploads.findLast(({ note }) => note.id === noteId),
    attach: (note, file) => void send({ note, file }).catch(() => undefined),
    giveUp,
  }
}
