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
  sortParam,
} from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'

export const subscriptionStatuses = ['active', 'inactive', 'expired', 'cancelled', 'paused', 'scheduled'] as const

/** A product that the customer has: subscription, access pass, package … */
export const subscriptionSchema = z.object({
  ...entityMembers,
  customerId: idSchema,
  name: z.string(),
  /** As the customer knows it. */
  externalName: z.nullable(z.string()),
  type: codeSchema,
  price: moneySchema,
  billingFrequency: z.nullable(codeSchema),
  startedAt: instantSchema,
  endsAt: z.nullable(instantSchema),
  status: z.enum(subscriptionStatuses),
  discounted: z.boolean(),
  setupFee: z.nullable(moneySchema),
  accessFee: z.nullable(moneySchema),
  cancellation: z.nullable(
    z.object({ at: instantSchema, reason: z.nullable(codeSchema), fee: z.nullable(moneySchema) }),
  ),
  product: z.object({ id: z.nullable(idSchema), name: z.string() }),
})
export type Subscription = z.output<typeof subscriptionSchema>

/** Values that occur, whatever is filtered. */
export const subscriptionFacetsSchema = z.object({
  types: z.array(z.object({ value: codeSchema, count: z.int() })),
  statuses: z.array(z.object({ value: z.enum(subscriptionStatuses), count: z.int() })),
  discounted: z.int(),
})
export type SubscriptionFacets = z.output<typeof subscriptionFacetsSchema>

const when = z.optional(z.union([instantSchema, localDateSchema]))

export const listSubscriptions = endpoint({
  name: 'listSubscriptions',
  method: 'GET',
  path: '/customers/{id}/subscriptions',
  summary: 'Subscriptions and other holdings, newest first; `facets=true` adds the values that occur',
  tag: 'Products',
  access: 'billing:read',
  query: z.strictObject({
    ...pagingMembers,
    sort: sortParam(['startedAt', 'name', 'price']),
    q: z.optional(z.string().check(z.maxLength(200))),
    status: z.optional(z.array(z.enum(subscriptionStatuses))),
    type: z.optional(z.array(codeSchema)),
    discounted: z.optional(flag()),
    startedFrom: when,
    startedTo: when,
    facets: z.optional(flag()),
  }),
  responses: { 200: z.extend(pageOf(subscriptionSchema), { facets: z.optional(subscriptionFacetsSchema) }) },
})

export const getSubscription = endpoint({
  name: 'getSubscription',
  method: 'GET',
  path: '/subscriptions/{subscriptionId}',
  summary: 'One subscription or other holding',
  tag: 'Products',
  access: 'billing:read',
  responses: { 200: subscriptionSchema },
  versioned: true,
})

/** Known kinds: initialCharge, repeatingCharge, charge, credit, payment, refund. */
export const subscriptionEntrySchema = z.object({
  id: idSchema,
  kind: codeSchema,
  at: instantSchema,
  amount: moneySchema,
  description: z.nullable(z.string()),
  invoiceId: z.nullable(idSchema),
})
export type SubscriptionEntry = z.output<typeof subscriptionEntrySchema>

export const listSubscriptionHistory = endpoint({
  name: 'listSubscriptionHistory',
  method: 'GET',
  path: '/subscriptions/{subscriptionId}/history',
  summary: 'Charges, credits, payments and refunds of a subscription, newest first',
  tag: 'Products',
  access: 'billing:read',
  query: z.strictObject({ ...pagingMembers, kind: z.optional(z.array(codeSchema)) }),
  responses: { 200: pageOf(subscriptionEntrySchema) },
})
