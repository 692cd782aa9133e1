import * as z from 'zod/mini'
import {
  codeSchema,
  entityMembers,
  idSchema,
  localDateSchema,
  moneySchema,
  pageOf,
  pagingMembers,
  sortParam,
} from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'

export const paymentStatuses = ['pending', 'success', 'failure'] as const

/** Money that came in, or did not. */
export const paymentSchema = z.object({
  ...entityMembers,
  customerId: idSchema,
  kind: codeSchema,
  amount: moneySchema,
  /** When the customer paid. */
  paidOn: localDateSchema,
  /** When it reached the ledger. */
  processedOn: z.nullable(localDateSchema),
  status: z.enum(paymentStatuses),
  reference: z.nullable(z.string()),
  allocations: z.array(z.object({ invoiceId: idSchema, invoiceNumber: z.nullable(z.string()), amount: moneySchema })),
})
export type Payment = z.output<typeof paymentSchema>

export const listPayments = endpoint({
  name: 'listPayments',
  method: 'GET',
  path: '/customers/{id}/payments',
  summary: 'Payments with the day they were made and the day they were processed, newest first',
  tag: 'Billing',
  access: 'billing:read',
  query: z.strictObject({
    ...pagingMembers,
    sort: sortParam(['paidOn', 'processedOn', 'amount']),
    status: z.optional(z.array(z.enum(paymentStatuses))),
    paidFrom: z.optional(localDateSchema),
    /** The day itself no longer counts. */
    paidTo: z.optional(localDateSchema),
  }),
  responses: { 200: pageOf(paymentSchema) },
})
