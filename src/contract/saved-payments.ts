import * as z from 'zod/mini'
import {
  codeSchema,
  entityMembers,
  flag,
  instantSchema,
  localDateSchema,
  pageOf,
  pagingMembers,
  sortParam,
} from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'
import { problemSchema } from '#/contract/problem.ts'

export const savedPaymentStatuses = ['active', 'expiringSoon', 'expired', 'disabled'] as const

const nullableText = z.nullable(z.string())

export const savedPaymentSchema = z.object({
  ...entityMembers,
  kind: codeSchema,
  provider: z.string(),
  label: nullableText,
  card: z.nullable(
    z.object({
      brand: nullableText,
      /** Last four digits with dots before them; never more digits. */
      mask: nullableText,
      holder: nullableText,
      expiryMonth: z.nullable(z.int()),
      expiryYear: z.nullable(z.int()),
    }),
  ),
  bank: z.nullable(
    z.object({
      holder: nullableText,
      ibanMasked: nullableText,
      mandateReference: nullableText,
      mandateDate: z.nullable(localDateSchema),
    }),
  ),
  isDefault: z.boolean(),
  enabled: z.boolean(),
  addedAt: z.nullable(instantSchema),
  /** Derived: a card is valid through the last day of its month. */
  status: z.enum(savedPaymentStatuses),
  usedBy: z.array(z.object({ type: z.string(), id: z.string(), label: z.string() })),
})
export type SavedPayment = z.output<typeof savedPaymentSchema>

export const listSavedPayments = endpoint({
  name: 'listSavedPayments',
  method: 'GET',
  path: '/customers/{id}/saved-payments',
  summary: 'Payment methods saved for reuse; a provider that fails is named beside the rest',
  tag: 'Saved payments',
  access: 'customer:read',
  query: z.strictObject({
    ...pagingMembers,
    sort: sortParam(['addedAt']),
    status: z.optional(z.array(z.enum(savedPaymentStatuses))),
  }),
  responses: {
    200: z.extend(pageOf(savedPaymentSchema), {
      unavailable: z.optional(z.array(z.object({ source: z.string(), problem: problemSchema }))),
    }),
  },
})

export const patchSavedPayment = endpoint({
  name: 'patchSavedPayment',
  method: 'PATCH',
  path: '/customers/{id}/saved-payments/{paymentId}',
  summary: 'Make a saved payment the default of its provider, or not',
  tag: 'Saved payments',
  access: 'payment:manage',
  body: z.strictObject({ isDefault: z.boolean() }),
  responses: { 200: savedPaymentSchema },
  ifMatch: true,
  versioned: true,
})

export const deleteSavedPayment = endpoint({
  name: 'deleteSavedPayment',
  method: 'DELETE',
  path: '/customers/{id}/saved-payments/{paymentId}',
  summary: 'Remove a saved payment; refused while in use unless forced',
  tag: 'Saved payments',
  access: 'payment:manage',
  query: z.strictObject({ force: z.optional(flag()) }),
  responses: { 204: null },
  ifMatch: true,
})
