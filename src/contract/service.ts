import * as z from 'zod/mini'
import { currencySchema, idSchema, languageSchema } from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'

const signInMethodSchema = z.enum(['password', 'mock'])

export const getPublicConfig = endpoint({
  name: 'getPublicConfig',
  method: 'GET',
  path: '/config/public',
  summary: 'What the sign-in page needs to know',
  tag: 'Service',
  access: 'public',
  responses: {
    200: z.object({
      productName: z.string(),
      signInMethods: z.array(signInMethodSchema),
      languages: z.array(languageSchema),
    }),
  },
  cacheable: true,
})

export const configSchema = z.object({
  signInMethods: z.array(signInMethodSchema),
  features: z.record(z.string(), z.boolean()),
  limits: z.object({
    openRecords: z.int(),
    openRecordsInAddress: z.int(),
    pageSize: z.int(),
    countedTo: z.int(),
    bodyBytes: z.int(),
    attachmentBytes: z.int(),
  }),
  /** Link templates to other systems by name: `order`, `case` ({number}), `addProduct`, `managePayments` ({customerNumber}). */
  links: z.record(z.string(), z.string()),
  sources: z.array(
    z.object({
      name: z.string(),
      resources: z.record(z.string(), z.enum(['read', 'readWrite'])),
      concurrency: z.enum(['exact', 'best-effort', 'none']),
    }),
  ),
  /** CF-24: which of the two optional personal details is shown. */
  personalDetail: z.enum(['displayName', 'pin', 'none']),
})

export type Config = z.output<typeof configSchema>

export const getConfig = endpoint({
  name: 'getConfig',
  method: 'GET',
  path: '/config',
  summary: 'Features, limits and links of this installation',
  tag: 'Service',
  access: 'signedIn',
  responses: { 200: configSchema },
  cacheable: true,
})

export const scopeSchema = z.object({
  id: idSchema,
  name: z.string(),
  parentId: z.nullable(idSchema),
  currency: currencySchema,
  languages: z.array(languageSchema),
})
export type Scope = z.output<typeof scopeSchema>

export const listScopes = endpoint({
  name: 'listScopes',
  method: 'GET',
  path: '/scopes',
  summary: 'Scopes that the person may see',
  tag: 'Service',
  access: 'signedIn',
  responses: { 200: z.object({ items: z.array(scopeSchema) }) },
  cacheable: true,
})

const healthSchema = z.object({ status: z.enum(['ok', 'unavailable']) })

export const getLiveness = endpoint({
  name: 'getLiveness',
  method: 'GET',
  path: '/health/live',
  summary: 'The process runs',
  tag: 'Service',
  access: 'public',
  responses: { 200: healthSchema },
})

export const getReadiness = endpoint({
  name: 'getReadiness',
  method: 'GET',
  path: '/health/ready',
  summary: 'The process can serve requests: its database answers',
  tag: 'Service',
  access: 'public',
  responses: { 200: healthSchema },
})

export const getDescription = endpoint({
  name: 'getDescription',
  method: 'GET',
  path: '/openapi.json',
  summary: 'This description',
  tag: 'Service',
  access: 'public',
  responses: { 200: z.record(z.string(), z.unknown()) },
  cacheable: true,
})
