import * as z from 'zod/mini'
import { attachmentBytes, attachmentSchema, attachmentTypes } from '#/contract/attachment.ts'
import { actorSchema, codeSchema, entityMembers, flag, idSchema, pageOf, pagingMembers } from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'

export const noteSources = ['note', 'case'] as const

export const noteSchema = z.object({
  ...entityMembers,
  /** Counts from 1 within the customer; entries of cases have none. */
  number: z.nullable(z.int()),
  /** Plain text with its line breaks. */
  content: z.string(),
  author: actorSchema,
  pinned: z.boolean(),
  attachment: z.nullable(attachmentSchema),
  source: z.enum(noteSources),
  /** The case that an entry belongs to, and what the entry is. */
  case: z.nullable(z.object({ id: idSchema, number: z.string(), subject: z.string(), entry: codeSchema })),
})
export type Note = z.output<typeof noteSchema>

export const noteLength = 10_000
const content = z.string().check(z.trim(), z.minLength(1), z.maxLength(noteLength))

export const listNotes = endpoint({
  name: 'listNotes',
  method: 'GET',
  path: '/customers/{id}/notes',
  summary: 'Notes, pinned ones first, then newest; with the entries of cases on request, all by time',
  tag: 'Notes',
  access: 'customer:read',
  query: z.strictObject({
    ...pagingMembers,
    includeCaseNotes: z.optional(flag()),
    /** Number of a note: leads from a link to it. */
    number: z.optional(z.array(z.coerce.number().check(z.int(), z.gte(1), z.lte(1_000_000_000)))),
  }),
  responses: { 200: pageOf(noteSchema) },
})

export const getNote = endpoint({
  name: 'getNote',
  method: 'GET',
  path: '/customers/{id}/notes/{noteId}',
  summary: 'One note',
  tag: 'Notes',
  access: 'customer:read',
  responses: { 200: noteSchema },
  versioned: true,
})

export const noteCreateSchema = z.strictObject({ content, pinned: z.optional(z.boolean()) })

export const createNote = endpoint({
  name: 'createNote',
  method: 'POST',
  path: '/customers/{id}/notes',
  summary: 'Add a note',
  tag: 'Notes',
  access: 'note:write',
  body: noteCreateSchema,
  responses: { 201: noteSchema },
  idempotency: 'required',
  versioned: true,
})

export const notePatchSchema = z.strictObject({
  content: z.optional(content),
  pinned: z.optional(z.boolean()),
  /** `null` removes it; another one is uploaded. */
  attachment: z.optional(z.null()),
})

export const patchNote = endpoint({
  name: 'patchNote',
  method: 'PATCH',
  path: '/customers/{id}/notes/{noteId}',
  summary: 'Change an own note, or any with `note:moderate`; everybody who writes notes may pin',
  tag: 'Notes',
  access: 'note:write',
  body: notePatchSchema,
  responses: { 200: noteSchema },
  ifMatch: true,
  versioned: true,
})

export const deleteNote = endpoint({
  name: 'deleteNote',
  method: 'DELETE',
  path: '/customers/{id}/notes/{noteId}',
  summary: 'Delete an own note, or any with `note:moderate`; restorable for 24 hours',
  tag: 'Notes',
  access: 'note:write',
  responses: { 204: null },
  ifMatch: true,
})

export const restoreNote = endpoint({
  name: 'restoreNote',
  method: 'POST',
  path: '/customers/{id}/notes/{noteId}/restoration',
  summary: 'Undo the deletion of a note within 24 hours',
  tag: 'Notes',
  access: 'note:write',
  responses: { 201: noteSchema },
  idempotency: 'required',
  versioned: true,
})

export const getNoteAttachment = endpoint({
  name: 'getNoteAttachment',
  method: 'GET',
  path: '/customers/{id}/notes/{noteId}/attachment',
  summary: 'The attached file, as a download',
  tag: 'Notes',
  access: 'customer:read',
  responses: { 200: null },
  download: Object.keys(attachmentTypes),
})

export const putNoteAttachment = endpoint({
  name: 'putNoteAttachment',
  method: 'PUT',
  path: '/customers/{id}/notes/{noteId}/attachment',
  summary:
    'Attach a file to an own note; its name comes as `Content-Disposition`, its type is found by looking into it',
  tag: 'Notes',
  access: 'note:write',
  responses: { 200: noteSchema },
  ifMatch: true,
  versioned: true,
  upload: { maxBytes: attachmentBytes },
})
