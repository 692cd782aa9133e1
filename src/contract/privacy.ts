import * as z from 'zod/mini'
import { text } from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'
import { jobSchema } from '#/contract/jobs.ts'

/** How long a revealed PIN stays on the screen, in seconds. */
export const pinShownSeconds = 30

export const createPinReveal = endpoint({
  name: 'createPinReveal',
  method: 'POST',
  path: '/customers/{id}/pin-reveals',
  summary: 'The PIN of a customer, for a reason that is written down; 404 where PINs are not configured',
  tag: 'Privacy',
  access: 'pii:reveal',
  body: z.strictObject({ reason: text(500) }),
  responses: { 200: z.object({ pin: z.string(), shownSeconds: z.int() }) },
  idempotency: 'required',
  secret: true,
})

export const createAnonymization = endpoint({
  name: 'createAnonymization',
  method: 'POST',
  path: '/customers/{id}/anonymization',
  summary: 'Replace everything personal for good; orders, invoices and payments stay',
  tag: 'Privacy',
  access: 'customer:anonymize',
  body: z.strictObject({ reason: text(500) }),
  responses: { 202: jobSchema },
  ifMatch: true,
  idempotency: 'required',
})

export const createDataExport = endpoint({
  name: 'createDataExport',
  method: 'POST',
  path: '/customers/{id}/data-exports',
  summary: 'Everything about a customer as one file of NDJSON',
  tag: 'Privacy',
  access: 'customer:anonymize',
  body: z.strictObject({ reason: text(500) }),
  responses: { 202: jobSchema },
  idempotency: 'required',
})
