import * as z from 'zod/mini'
import { idSchema, instantSchema } from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'

/** What is remembered of a workspace may take this much as JSON: beyond it 413. */
export const workspaceBytes = 256 * 1024

/** Windows of one person that are remembered; the ones written longest ago go. */
export const rememberedWindows = 10

/** How a record was left, by place: scroll, sort, filters, what was expanded. Opaque ids and numbers, no personal data. */
const viewsSchema = z.record(z.string(), z.unknown())

const openRecordSchema = z.strictObject({
  /** Of a record, or `new-…` of one that was never saved. */
  id: idSchema,
  section: z.string().check(z.regex(/^[a-z]{1,30}$/)),
  isPinned: z.boolean(),
  views: viewsSchema,
})

const closedRecordSchema = z.strictObject({
  ...openRecordSchema.shape,
  /** Where it stood in the strip. */
  index: z.int().check(z.gte(0)),
  closedAt: instantSchema,
})

const pageSchema = z.strictObject({
  /** Of its address, without the open records: codes, never words. */
  search: z.string().check(z.maxLength(2000)),
  views: viewsSchema,
})

const workspaceMembers = {
  /** In their order in the strip. */
  records: z.array(openRecordSchema).check(z.maxLength(100)),
  /** The record that is shown. */
  activeId: z.nullable(idSchema),
  /** Closed last, the last one first. */
  closed: z.array(closedRecordSchema).check(z.maxLength(20)),
  /** Lists by path, as they were left. */
  pages: z.record(z.string().check(z.regex(/^\/[a-z]{1,30}$/)), pageSchema),
}

/** The open records of one window. */
export const workspaceSchema = z.object({ windowId: idSchema, ...workspaceMembers, at: instantSchema })
export type SavedWorkspace = z.output<typeof workspaceSchema>

export const workspaceBodySchema = z.strictObject(workspaceMembers)
export type WorkspaceBody = z.output<typeof workspaceBodySchema>

export const listWorkspaces = endpoint({
  name: 'listWorkspaces',
  method: 'GET',
  path: '/me/workspaces',
  summary: 'Windows of the person who asks, the newest first',
  tag: 'Session',
  access: 'signedIn',
  responses: { 200: z.object({ items: z.array(workspaceSchema) }) },
})

export const putWorkspace = endpoint({
  name: 'putWorkspace',
  method: 'PUT',
  path: '/me/workspaces/{windowId}',
  summary: 'Remember the open records of a window',
  tag: 'Session',
  access: 'signedIn',
  body: workspaceBodySchema,
  responses: { 200: workspaceSchema },
  maxBytes: workspaceBytes,
})

export const deleteWorkspace = endpoint({
  name: 'deleteWorkspace',
  method: 'DELETE',
  path: '/me/workspaces/{windowId}',
  summary: 'Forget a window',
  tag: 'Session',
  access: 'signedIn',
  responses: { 204: null },
})
