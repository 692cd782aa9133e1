import * as z from 'zod/mini'
import {
  actorSchema,
  actorTypes,
  codeSchema,
  flag,
  idSchema,
  instantSchema,
  localDateSchema,
  pageOf,
  pagingMembers,
} from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'

export const activityGroups = [
  'account',
  'status',
  'addresses',
  'attributes',
  'organizations',
  'stores',
  'orders',
  'carts',
  'subscriptions',
  'invoices',
  'payments',
  'paymentMethods',
  'contacts',
  'cases',
  'notes',
  'communication',
] as const
export type ActivityGroup = (typeof activityGroups)[number]

export const activitySchema = z.object({
  id: z.string(),
  /** Open code; an unknown one is shown as it is, or by its title. */
  kind: codeSchema,
  group: z.enum(activityGroups),
  /** As another system calls it; ours are named by their kind. */
  title: z.nullable(z.string()),
  at: instantSchema,
  actor: actorSchema,
  subject: z.object({ type: z.string(), id: z.string(), label: z.string() }),
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
  data: z.record(z.string(), z.unknown()),
  /** From before activities were kept as they are now: no filter knows it. */
  legacy: z.boolean(),
})
export type Activity = z.output<typeof activitySchema>

/** What the other filters leave, by group, kind and actor; legacy entries apart. */
export const activityCountsSchema = z.object({
  groups: z.array(z.object({ group: z.enum(activityGroups), count: z.int() })),
  kinds: z.array(z.object({ kind: codeSchema, group: z.enum(activityGroups), count: z.int() })),
  /** Staff are named as they are called now. */
  actors: z.array(
    z.object({
      type: z.enum(actorTypes),
      id: z.nullable(z.string()),
      displayName: z.nullable(z.string()),
      count: z.int(),
    }),
  ),
  legacy: z.int(),
})
export type ActivityCounts = z.output<typeof activityCountsSchema>

const when = z.optional(z.union([instantSchema, localDateSchema]))

export const listActivities = endpoint({
  name: 'listActivities',
  method: 'GET',
  path: '/customers/{id}/activities',
  summary: 'What happened, newest first; `legacy=true` for what no filter knows, `groups=true` adds counts',
  tag: 'Activities',
  access: 'customer:read',
  query: z.strictObject({
    ...pagingMembers,
    q: z.optional(z.string().check(z.maxLength(200))),
    group: z.optional(z.array(z.enum(activityGroups))),
    kind: z.optional(z.array(codeSchema)),
    actorType: z.optional(z.array(z.enum(actorTypes))),
    actorId: z.optional(z.array(z.string().check(z.maxLength(60)))),
    atFrom: when,
    atTo: when,
    legacy: z.optional(flag()),
    groups: z.optional(flag()),
  }),
  responses: { 200: z.extend(pageOf(activitySchema), { counts: z.optional(activityCountsSchema) }) },
})

/** Something that is to be answered for: who signed in, changed what everybody uses, or saw what is kept apart. */
export const auditEntrySchema = z.object({
  ...z.omit(activitySchema, { group: true, legacy: true }).shape,
  group: z.string(),
  customerId: z.nullable(idSchema),
})
export type AuditEntry = z.output<typeof auditEntrySchema>

export const listAuditLog = endpoint({
  name: 'listAuditLog',
  method: 'GET',
  path: '/audit-log',
  summary: 'Sign-ins, changes of metadata and staff, and what was revealed, newest first',
  tag: 'Activities',
  access: 'audit:read',
  query: z.strictObject({
    ...pagingMembers,
    kind: z.optional(z.array(codeSchema)),
    actorId: z.optional(z.array(z.string().check(z.maxLength(60)))),
    customerId: z.optional(z.array(idSchema)),
    atFrom: when,
    atTo: when,
  }),
  responses: { 200: pageOf(auditEntrySchema) },
})
