import * as z from 'zod/mini'
import {
  actorSchema,
  clearable,
  codeSchema,
  entityMembers,
  flag,
  idSchema,
  instantSchema,
  localDateSchema,
  pageOf,
  pagingMembers,
  sortParam,
  text,
} from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'

export const caseClasses = ['open', 'closed'] as const
export type CaseClass = (typeof caseClasses)[number]

/** Codes that staff set; those of other systems are shown as they are. */
export const caseStatuses = [
  'new',
  'assigned',
  'escalated',
  'waitingOnCustomer',
  'waitingOnProvider',
  'completed',
  'duplicate',
  'invalid',
  'closed',
] as const

const closedStatuses = new Set<string>(['completed', 'duplicate', 'invalid', 'closed'])
export const caseClassOf = (status: string): CaseClass => (closedStatuses.has(status) ? 'closed' : 'open')

const caseCommentSchema = z.object({
  id: idSchema,
  /** `comment`, `closed`, `reopened` or `statusChanged` */
  entry: codeSchema,
  /** A change of status may have none. */
  content: z.nullable(z.string()),
  /** Status before and after, for entries that changed it. */
  from: z.nullable(z.string()),
  to: z.nullable(z.string()),
  at: instantSchema,
  author: actorSchema,
})

const nullableText = z.nullable(z.string())

export const caseListItemSchema = z.object({
  ...entityMembers,
  customerId: idSchema,
  number: z.string(),
  subject: z.string(),
  description: nullableText,
  type: z.nullable(codeSchema),
  status: z.object({ code: codeSchema, class: z.enum(caseClasses) }),
  priority: z.nullable(codeSchema),
  deadline: z.nullable(localDateSchema),
  tags: z.array(z.string()),
  contactMethod: z.nullable(codeSchema),
  assignee: z.nullable(z.object({ id: z.nullable(idSchema), displayName: nullableText })),
  relatedProduct: z.nullable(z.object({ id: z.nullable(idSchema), name: z.string() })),
  openedAt: instantSchema,
  openedBy: actorSchema,
  closedAt: z.nullable(instantSchema),
})
export type CaseListItem = z.output<typeof caseListItemSchema>

export const caseSchema = z.extend(caseListItemSchema, {
  customer: z.object({ id: idSchema, customerNumber: z.string(), name: z.string() }),
  /** Oldest first. */
  comments: z.array(caseCommentSchema),
})
export type Case = z.output<typeof caseSchema>

const when = z.optional(z.union([instantSchema, localDateSchema]))

export const listCases = endpoint({
  name: 'listCases',
  method: 'GET',
  path: '/customers/{id}/cases',
  summary: 'Cases of a customer, newest first unless sorted otherwise',
  tag: 'Cases',
  access: 'customer:read',
  query: z.strictObject({
    ...pagingMembers,
    sort: sortParam(['openedAt', 'number', 'deadline', 'updatedAt']),
    q: z.optional(z.string().check(z.maxLength(200))),
    open: z.optional(flag()),
    status: z.optional(z.array(codeSchema)),
    type: z.optional(z.array(codeSchema)),
    priority: z.optional(z.array(codeSchema)),
    tag: z.optional(z.array(z.string().check(z.maxLength(60)))),
    openedFrom: when,
    openedTo: when,
    deadlineFrom: z.optional(localDateSchema),
    /** The day itself no longer counts. */
    deadlineTo: z.optional(localDateSchema),
  }),
  responses: { 200: pageOf(caseListItemSchema) },
})

const tagsSchema = z.array(text(60)).check(z.maxLength(20))

const caseMembers = {
  description: clearable(text(10_000)),
  type: clearable(codeSchema),
  priority: clearable(codeSchema),
  deadline: clearable(localDateSchema),
  tags: z.optional(tagsSchema),
  contactMethod: clearable(codeSchema),
  /** A member of staff. */
  assigneeId: clearable(idSchema),
  /** One of the customer's subscriptions. */
  relatedProductId: clearable(idSchema),
}

export const caseCreateSchema = z.strictObject({ ...caseMembers, subject: text(200) })

export const createCase = endpoint({
  name: 'createCase',
  method: 'POST',
  path: '/customers/{id}/cases',
  summary: 'Open a case on behalf of the customer',
  tag: 'Cases',
  access: 'case:write',
  body: caseCreateSchema,
  responses: { 201: caseSchema },
  idempotency: 'required',
  versioned: true,
})

export const getCase = endpoint({
  name: 'getCase',
  method: 'GET',
  path: '/cases/{caseId}',
  summary: 'One case with its comments',
  tag: 'Cases',
  access: 'customer:read',
  responses: { 200: caseSchema },
  versioned: true,
})

export const casePatchSchema = z.strictObject({
  ...caseMembers,
  subject: z.optional(text(200)),
  status: z.optional(z.enum(caseStatuses)),
  /** Why the status changes: stands among the comments. Only with `status`. */
  comment: z.optional(text(10_000)),
})

export const patchCase = endpoint({
  name: 'patchCase',
  method: 'PATCH',
  path: '/cases/{caseId}',
  summary: 'Change a case; `status` closes and reopens it, with a comment if wanted',
  tag: 'Cases',
  access: 'case:write',
  body: casePatchSchema,
  responses: { 200: caseSchema },
  ifMatch: true,
  versioned: true,
})

export const createCaseComment = endpoint({
  name: 'createCaseComment',
  method: 'POST',
  path: '/cases/{caseId}/comments',
  summary: 'Comment on a case; answers the case with all comments',
  tag: 'Cases',
  access: 'case:write',
  body: z.strictObject({ content: text(10_000) }),
  responses: { 201: caseSchema },
  idempotency: 'required',
  versioned: true,
})
