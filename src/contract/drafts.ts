import * as z from 'zod/mini'
import { idSchema, instantSchema } from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'

/** What a draft may hold at most, as JSON: beyond it 413. */
export const draftBytes = 64 * 1024

/** Id of a record, or `new-` and eight characters for one that was never saved. */
const placeSchema = z.string().check(z.regex(/^[0-9a-z-]{1,40}$/))

/** A section's slug; more are to come, so it is open. */
const draftSectionSchema = z.string().check(z.regex(/^[a-z]{1,30}$/))

/** By field: what was typed, or what the field held before. Fields that were not touched are not there. */
const fieldsSchema = z.record(z.string(), z.unknown())

/** Unsaved work of one person in one form. Only its owner sees it. */
export const draftSchema = z.object({
  /** Id of the record, or `new-…`. */
  recordId: placeSchema,
  section: draftSectionSchema,
  /** What the form is about within the section: an address, say; `-` for the section itself, `new-…` for a new item. */
  itemId: placeSchema,
  etag: z.string(),
  /** Version of what is edited that the work started from; empty when it was never saved. */
  baseEtag: z.string(),
  values: fieldsSchema,
  /** The same fields, and others, in the version that the work started from: what a merge compares with. */
  baseValues: fieldsSchema,
  /** Window of the person in which it was typed last. */
  windowId: z.nullable(idSchema),
  /** When the server took it. */
  at: instantSchema,
})
export type Draft = z.output<typeof draftSchema>

/** Names a draft among those of a person. */
export const draftKeySchema = z.object({ recordId: placeSchema, section: draftSectionSchema, itemId: placeSchema })

export const draftBodySchema = z.strictObject({
  baseEtag: z.string().check(z.maxLength(200)),
  values: fieldsSchema,
  baseValues: z.optional(fieldsSchema),
  windowId: z.optional(z.nullable(idSchema)),
})

export const listDrafts = endpoint({
  name: 'listDrafts',
  method: 'GET',
  path: '/me/drafts',
  summary: 'All unsaved work of the person who asks',
  tag: 'Session',
  access: 'signedIn',
  responses: { 200: z.object({ items: z.array(draftSchema) }) },
})

export const putDraft = endpoint({
  name: 'putDraft',
  method: 'PUT',
  path: '/me/drafts/{recordId}/{section}/{itemId}',
  summary: 'Keep unsaved work; `If-Match` and `If-None-Match: *` are honoured, without either the last one counts',
  tag: 'Session',
  access: 'signedIn',
  body: draftBodySchema,
  responses: { 200: draftSchema },
  versioned: true,
  conditional: true,
  maxBytes: draftBytes,
})

export const deleteDraft = endpoint({
  name: 'deleteDraft',
  method: 'DELETE',
  path: '/me/drafts/{recordId}/{section}/{itemId}',
  summary: 'Forget unsaved work that was saved or discarded; with `If-Match` only that version of it',
  tag: 'Session',
  access: 'signedIn',
  responses: { 204: null },
  conditional: true,
})
