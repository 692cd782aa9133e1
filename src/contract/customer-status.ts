import * as z from 'zod/mini'
import {
  actorSchema,
  clearable,
  codeSchema,
  idSchema,
  instantSchema,
  pageOf,
  pagingMembers,
  text,
} from '#/contract/common.ts'
import { customerSchema, customerStatusSchema } from '#/contract/customers.ts'
import { endpoint } from '#/contract/endpoint.ts'
import { statusReasons } from '#/contract/status-rules.ts'

export const statusChangeSchema = z.object({
  id: idSchema,
  from: customerStatusSchema,
  to: customerStatusSchema,
  /** Open code: other systems may have more reasons than staff can choose. */
  reason: z.nullable(codeSchema),
  comment: z.nullable(z.string()),
  at: instantSchema,
  actor: actorSchema,
})
export type StatusChange = z.output<typeof statusChangeSchema>

export const listStatusChanges = endpoint({
  name: 'listStatusChanges',
  method: 'GET',
  path: '/customers/{id}/status-changes',
  summary: 'Changes of status, newest first; the registration is none',
  tag: 'Customers',
  access: 'customer:read',
  query: z.strictObject(pagingMembers),
  responses: { 200: pageOf(statusChangeSchema) },
})

export const statusChangeCreateSchema = z.strictObject({
  to: customerStatusSchema,
  reason: clearable(z.enum(statusReasons)),
  comment: clearable(text(2000)),
})

export const createStatusChange = endpoint({
  name: 'createStatusChange',
  method: 'POST',
  path: '/customers/{id}/status-changes',
  summary: 'Change the status; answers the changed customer, whose version the next change names',
  tag: 'Customers',
  access: 'customer:status',
  body: statusChangeCreateSchema,
  responses: { 201: customerSchema },
  ifMatch: true,
  idempotency: 'required',
  versioned: true,
})

export const deleteSignInLock = endpoint({
  name: 'deleteSignInLock',
  method: 'DELETE',
  path: '/customers/{id}/sign-in-lock',
  summary: 'Let a customer sign in again before the lock runs out; answers the customer',
  tag: 'Customers',
  access: 'customer:status',
  responses: { 200: customerSchema },
  ifMatch: true,
  versioned: true,
})

export const createPasswordReset = endpoint({
  name: 'createPasswordReset',
  method: 'POST',
  path: '/customers/{id}/password-resets',
  summary: 'Request a new password for a customer; what sends the email hears of it later',
  tag: 'Customers',
  access: 'customer:status',
  responses: { 202: z.object({ id: idSchema, requestedAt: instantSchema }) },
  idempotency: 'required',
})
