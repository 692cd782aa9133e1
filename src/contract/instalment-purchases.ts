import * as z from 'zod/mini'
import {
  codeSchema,
  entityMembers,
  flag,
  idSchema,
  instantSchema,
  localDateSchema,
  moneySchema,
  pageOf,
  pagingMembers,
} from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'

export const instalmentStatuses = ['inProgress', 'complete', 'incomplete'] as const

export const instalmentPurchaseSchema = z.object({
  ...entityMembers,
  customerId: idSchema,
  product: z.object({ id: z.nullable(idSchema), name: z.string() }),
  kind: codeSchema,
  total: moneySchema,
  instalmentAmount: moneySchema,
  paidCount: z.int(),
  totalCount: z.int(),
  purchasedAt: instantSchema,
  nextDueAt: z.nullable(localDateSchema),
  status: z.enum(instalmentStatuses),
  invoiceIds: z.array(idSchema),
  /** Every instalment in its order. */
  schedule: z.array(z.object({ dueAt: localDateSchema, amount: moneySchema, paidOn: z.nullable(localDateSchema) })),
})
export type InstalmentPurchase = z.output<typeof instalmentPurchaseSchema>

/** Values that occur, whatever is filtered. */
export const instalmentFacetsSchema = z.object({
  statuses: z.array(z.object({ value: z.enum(instalmentStatuses), count: z.int() })),
})
export type InstalmentFacets = z.output<typeof instalmentFacetsSchema>

export const listInstalmentPurchases = endpoint({
  name: 'listInstalmentPurchases',
  method: 'GET',
  path: '/customers/{id}/instalment-purchases',
  summary: 'Purchases paid in instalments, newest first; `facets=true` adds the values that occur',
  tag: 'Products',
  access: 'billing:read',
  query: z.strictObject({
    ...pagingMembers,
    status: z.optional(z.array(z.enum(instalmentStatuses))),
    facets: z.optional(flag()),
  }),
  responses: { 200: z.extend(pageOf(instalmentPurchaseSchema), { facets: z.optional(instalmentFacetsSchema) }) },
})
