import * as z from 'zod/mini'
import { actorSchema, codeSchema, idSchema, instantSchema, pageOf, pagingMembers } from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'
import { problemSchema } from '#/contract/problem.ts'

export const jobStatuses = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const

/** Work that may take longer than a request. */
export const jobSchema = z.object({
  id: idSchema,
  etag: z.string(),
  /** `dataExport`, `anonymization` */
  kind: codeSchema,
  resource: z.object({ type: z.string(), id: z.string() }),
  status: z.enum(jobStatuses),
  progress: z.object({ done: z.int(), total: z.int() }),
  createdAt: instantSchema,
  createdBy: actorSchema,
  startedAt: z.nullable(instantSchema),
  finishedAt: z.nullable(instantSchema),
  result: z.nullable(
    z.object({
      /** Rows by resource. */
      rows: z.record(z.string(), z.int()),
      /** Below `/api/v1`; gone after `expiresAt`. */
      fileUrl: z.nullable(z.string()),
      expiresAt: z.nullable(instantSchema),
      bytes: z.nullable(z.int()),
    }),
  ),
  problem: z.nullable(problemSchema),
})
export type Job = z.output<typeof jobSchema>

export const listJobs = endpoint({
  name: 'listJobs',
  method: 'GET',
  path: '/jobs',
  summary: 'Own jobs, newest first; with `staff:manage` those of everybody',
  tag: 'Jobs',
  access: 'signedIn',
  query: z.strictObject({
    ...pagingMembers,
    kind: z.optional(z.array(codeSchema)),
    status: z.optional(z.array(z.enum(jobStatuses))),
  }),
  responses: { 200: pageOf(jobSchema) },
})

export const getJob = endpoint({
  name: 'getJob',
  method: 'GET',
  path: '/jobs/{jobId}',
  summary: 'How far a job is',
  tag: 'Jobs',
  access: 'signedIn',
  responses: { 200: jobSchema },
  versioned: true,
})

export const deleteJob = endpoint({
  name: 'deleteJob',
  method: 'DELETE',
  path: '/jobs/{jobId}',
  summary: 'Cancel a job that runs; forget one that ended, with its file',
  tag: 'Jobs',
  access: 'signedIn',
  responses: { 204: null },
})

export const getJobFile = endpoint({
  name: 'getJobFile',
  method: 'GET',
  path: '/jobs/{jobId}/file',
  summary: 'What a job made, for 24 hours; the permission is asked for again',
  tag: 'Jobs',
  access: 'signedIn',
  responses: { 200: null },
  download: ['application/x-ndjson'],
  expires: true,
})
