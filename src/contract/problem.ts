import * as z from 'zod/mini'
import { actorSchema, instantSchema } from '#/contract/common.ts'

/** One offending field, parameter or place in the search text. */
export const problemErrorSchema = z.object({
  pointer: z.optional(z.string()),
  parameter: z.optional(z.string()),
  offset: z.optional(z.int()),
  code: z.string(),
  detail: z.string(),
})
export type ProblemError = z.output<typeof problemErrorSchema>

/** RFC 9457 problem with every member that any of our problems uses. Clients branch on `type` and `code` only. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  instance: z.optional(z.string()),
  errors: z.optional(z.array(problemErrorSchema)),
  requiredPermission: z.optional(z.string()),
  current: z.optional(z.record(z.string(), z.unknown())),
  currentEtag: z.optional(z.string()),
  field: z.optional(z.string()),
  conflictingId: z.optional(z.string()),
  from: z.optional(z.string()),
  allowed: z.optional(z.array(z.string())),
  usedBy: z.optional(z.array(z.object({ type: z.string(), id: z.string(), label: z.string() }))),
  source: z.optional(z.string()),
  /** Who deleted what is not there any more, and when, as long as that is known. */
  deleted: z.optional(z.object({ at: instantSchema, by: actorSchema })),
})
export type Problem = z.output<typeof problemSchema>

/** Problem types with their status and English title; the wire form is `/problems/<type>`. */
export const problemTypes = {
  'malformed-request': [400, 'The request could not be read'],
  'invalid-parameter': [400, 'A parameter is not valid'],
  'invalid-cursor': [400, 'The cursor does not belong to this list'],
  'idempotency-key-missing': [400, 'Idempotency-Key is required'],
  unauthenticated: [401, 'Sign in first'],
  'session-expired': [401, 'The session has expired'],
  forbidden: [403, 'This needs a permission that you do not have'],
  csrf: [403, 'The request did not come from this site'],
  'anonymized-record': [403, 'This record was anonymised and is read only'],
  'read-only-source': [403, 'The owner of this data takes no changes'],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'Method not allowed'],
  'not-acceptable': [406, 'Not acceptable'],
  duplicate: [409, 'Another record has this value already'],
  'invalid-transition': [409, 'This change of status is not allowed'],
  'in-use': [409, 'Still in use'],
  'request-in-progress': [409, 'The same request is still running'],
  'cursor-expired': [410, 'The position is too old'],
  stale: [412, 'The record was changed meanwhile'],
  'too-large': [413, 'The request is too large'],
  'unsupported-media-type': [415, 'Unsupported media type'],
  validation: [422, 'Some values are not valid'],
  'idempotency-key-reused': [422, 'Idempotency-Key was used for another request'],
  'precondition-required': [428, 'If-Match is required'],
  'too-many-requests': [429, 'Too many requests'],
  internal: [500, 'Something went wrong on our side'],
  unavailable: [503, 'Temporarily unavailable'],
  'source-unavailable': [503, 'A source of this data is unavailable'],
} as const satisfies Record<string, readonly [number, string]>

export type ProblemType = keyof typeof problemTypes
