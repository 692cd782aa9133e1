import * as z from 'zod/mini'
import {
  codeSchema,
  entityMembers,
  idSchema,
  instantSchema,
  localDateSchema,
  pageOf,
  pagingMembers,
} from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'

const nullableText = z.nullable(z.string())

/** A notification that the customer was sent. */
export const alertSchema = z.object({
  ...entityMembers,
  customerId: idSchema,
  kind: codeSchema,
  service: nullableText,
  /** In percent of the allowance. */
  threshold: z.nullable(z.number()),
  usage: z.nullable(z.object({ used: z.number(), allowance: z.number(), unit: nullableText })),
  sentAt: instantSchema,
  channel: z.nullable(codeSchema),
  recipient: nullableText,
  subject: nullableText,
  body: nullableText,
})
export type Alert = z.output<typeof alertSchema>

const when = z.optional(z.union([instantSchema, localDateSchema]))

export const listAlerts = endpoint({
  name: 'listAlerts',
  method: 'GET',
  path: '/customers/{id}/alerts',
  summary: 'Notifications that the customer was sent, newest first',
  tag: 'Alerts',
  access: 'customer:read',
  query: z.strictObject({ ...pagingMembers, kind: z.optional(z.array(codeSchema)), sentFrom: when, sentTo: when }),
  responses: { 200: pageOf(alertSchema) },
})
