import * as z from 'zod/mini'
import { idSchema, instantSchema } from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'

/** How often a window says where its person is, in milliseconds. */
export const presenceBeatMs = 5_000

/** A person who said this long ago that they are there no longer counts, in milliseconds: one beat may get lost. */
export const presenceMs = 2 * presenceBeatMs + 2000

const sectionSchema = z.nullable(z.string().check(z.regex(/^[a-z]{1,30}$/)))

/** A colleague who has the customer on the screen. */
export const presenceSchema = z.object({
  staffId: idSchema,
  displayName: z.string(),
  section: sectionSchema,
  /** Whether something in the section is being edited: the item, or the section itself when there is none. */
  editing: z.boolean(),
  itemId: z.nullable(z.string()),
  at: instantSchema,
})
export type Presence = z.output<typeof presenceSchema>

export const putPresence = endpoint({
  name: 'putPresence',
  method: 'PUT',
  path: '/me/presence',
  summary: 'Say which customer is on the screen; `customerId: null` says that none is',
  tag: 'Changes',
  access: 'customer:read',
  body: z.strictObject({
    customerId: z.nullable(idSchema),
    section: z.optional(sectionSchema),
    editing: z.optional(z.boolean()),
    itemId: z.optional(z.nullable(z.string().check(z.maxLength(40)))),
    /** Which window says so: a person may look at one customer in each. */
    windowId: z.optional(z.nullable(idSchema)),
  }),
  responses: { 204: null },
  background: true,
})

export const listPresence = endpoint({
  name: 'listPresence',
  method: 'GET',
  path: '/customers/{id}/presence',
  summary: 'Who else has the customer on the screen',
  tag: 'Changes',
  access: 'customer:read',
  responses: { 200: z.object({ items: z.array(presenceSchema) }) },
  background: true,
})
