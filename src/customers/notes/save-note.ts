import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type * as z from 'zod/mini'
import {
  createNote,
  deleteNote,
  patchNote,
  restoreNote,
  type Note,
  type noteCreateSchema,
  type notePatchSchema,
} from '#/contract/notes.ts'
import { forgetNote, rememberNewNote, rememberNote, stopReadingNotes } from '#/customers/notes/note-cache.ts'
import { noteKeys } from '#/customers/notes/note.queries.ts'
import { api } from '#/shared/api/api.ts'

export type NoteCreate = z.output<typeof noteCreateSchema>
export type NotePatch = z.output<typeof notePatchSchema>

const invalidatedBy = (customerId: string) => [noteKeys.lists(customerId), noteKeys.ones(customerId)]

async function take(client: QueryClient, customerId: string, note: Note, remember: typeof rememberNote) {
  await stopReadingNotes(client, customerId)
  remember(client, customerId, note)
}

const saving = (customerId: string) => ({
  mutationKey: ['save-note', customerId],
  meta: { invalidates: invalidatedBy(customerId), onFailure: 'form' as const },
})

/** Adds a note. The form shows what is refused. */
export const addNoteMutation = (customerId: string) =>
  mutationOptions({
    ...saving(customerId),
    mutationFn: async ({ body, idempotencyKey }: { body: NoteCreate; idempotencyKey: string }) =>
      api(createNote, { path: { id: customerId }, body, idempotencyKey }),
    onSuccess: async (note, _change, _result, { client }) => take(client, customerId, note, rememberNewNote),
  })

export interface NoteChange {
  noteId: string
  patch: NotePatch
  ifMatch: string
  idempotencyKey: string
}

/** Changes a note. Who asks for it shows what is refused. */
export const saveNoteMutation = (customerId: string) =>
  mutationOptions({
    ...saving(customerId),
    mutationFn: async ({ noteId, patch, ifMatch, idempotencyKey }: NoteChange) =>
      api(patchNote, { path: { id: customerId, noteId }, body: patch, ifMatch, idempotencyKey }),
    onSuccess: async (note, _change, _result, { client }) => take(client, customerId, note, rememberNote),
  })

/** Deletes a note in the version that was seen. The dialog shows what is refused. */
export const deleteNoteMutation = (customerId: string) =>
  mutationOptions({
    ...saving(customerId),
    mutationFn: async ({ id, etag }: Pick<Note, 'id' | 'etag'>) =>
      api(deleteNote, { path: { id: customerId, noteId: id }, ifMatch: etag }),
    onSuccess: async (_nothing, { id }, _result, { client }) => {
      await stopReadingNotes(client, customerId)
      forgetNote(client, customerId, id)
    },
  })

/** Brings a deleted note back. Who asks for it says what is refused. */
export const restoreNoteMutation = (customerId: string) =>
  mutationOptions({
    ...saving(customerId),
    mutationFn: async ({ noteId, idempotencyKey }: { noteId: string; idempotencyKey: string }) =>
      api(restoreNote, { path: { id: customerId, noteId }, idempotencyKey }),
    onSuccess: async (note, _change, _result, { client }) => take(client, customerId, note, rememberNewNote),
  })
