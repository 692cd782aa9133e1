import * as z from 'zod/mini'
import { postalAddressSchema } from '#/contract/addresses.ts'
import {
  actorSchema,
  codeSchema,
  currencySchema,
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
import { orderKinds, orderSorts, orderStatusClasses } from '#/contract/order-codes.ts'

const nullableText = z.nullable(z.string())

const orderMembers = {
  ...entityMembers,
  number: z.string(),
  kind: z.enum(orderKinds),
  customer: z.object({ id: idSchema, customerNumber: z.string(), name: z.string() }),
  scopeId: idSchema,
  /** Null when the scope is unknown; show the id then. */
  scopeName: nullableText,
  status: z.object({ code: codeSchema, class: z.enum(orderStatusClasses) }),
  /** Includes canceled shipments. */
  shipmentCount: z.int(),
  itemCount: z.int(),
  /** In the order's currency; without one of its own, in that of its scope. */
  total: z.nullable(moneySchema),
  /** Null when the order names none. */
  currency: nullableText,
  source: nullableText,
  needsAttention: z.boolean(),
  /** Who edits the order at the moment, in the system that owns it. */
  draftOwner: nullableText,
  cancellationPending: z.boolean(),
  recurring: z.nullable(
    z.object({
      frequency: z.string(),
      nextAt: z.nullable(instantSchema),
      /** The newest order made from this schedule, if any. */
      lastOrderId: z.nullable(idSchema),
      paused: z.boolean(),
      /** Why the next order may fail: paymentExpired, paymentDisabled, paymentDeleted, productGone; open code. */
      problems: z.array(codeSchema),
    }),
  ),
}

export const orderListItemSchema = z.object(orderMembers)
export type OrderListItem = z.output<typeof orderListItemSchema>

export const orderLineSchema = z.object({
  id: z.string(),
  sku: nullableText,
  name: z.string(),
  /** Decimal: goods are sold by weight too. */
  quantity: z.number(),
  unitPrice: z.nullable(moneySchema),
  discount: z.nullable(moneySchema),
  total: z.nullable(moneySchema),
})

export const orderSchema = z.object({
  ...orderMembers,
  subtotal: z.nullable(moneySchema),
  tax: z.nullable(moneySchema),
  shippingCost: z.nullable(moneySchema),
  billingAddress: z.nullable(postalAddressSchema),
  messages: z.array(z.string()),
  lines: z.array(orderLineSchema),
  shipments: z.array(
    z.object({
      id: z.string(),
      number: nullableText,
      status: codeSchema,
      method: z.enum(['pickup', 'delivery', 'shipping', 'shipToStore']),
      address: z.nullable(postalAddressSchema),
      storeId: z.nullable(idSchema),
      tracking: nullableText,
      expectedAt: z.nullable(instantSchema),
    }),
  ),
  payments: z.array(
    z.object({
      id: z.string(),
      method: z.string(),
      /** Mask of the card, never more than the last four digits. */
      mask: nullableText,
      status: codeSchema,
      amount: z.nullable(moneySchema),
      at: z.nullable(instantSchema),
    }),
  ),
  /** Status changes, newest first. */
  history: z.array(
    z.object({
      at: instantSchema,
      actor: actorSchema,
      shipmentId: z.nullable(z.string()),
      from: z.nullable(codeSchema),
      to: codeSchema,
    }),
  ),
})
export type Order = z.output<typeof orderSchema>

const filterMembers = {
  ...pagingMembers,
  sort: sortParam(orderSorts),
  status: z.optional(z.array(codeSchema)),
  scopeId: z.optional(z.array(idSchema)),
  number: z.optional(z.string().check(z.maxLength(60))),
  createdFrom: z.optional(z.union([instantSchema, localDateSchema])),
  createdTo: z.optional(z.union([instantSchema, localDateSchema])),
  /** Currency of the total; orders that name none count in that of their scope. */
  currency: z.optional(z.array(currencySchema)),
  /** In minor units, compared within each order's own currency: of use together with `currency`. */
  totalMin: z.optional(z.coerce.number().check(z.int())),
  totalMax: z.optional(z.coerce.number().check(z.int())),
}

export const listCustomerOrders = endpoint({
  name: 'listCustomerOrders',
  method: 'GET',
  path: '/customers/{id}/orders',
  summary: 'Past, current and recurring orders of a customer; newest first',
  tag: 'Orders',
  access: 'customer:read',
  query: z.strictObject({ ...filterMembers, kind: z.optional(z.array(z.enum(orderKinds))) }),
  responses: { 200: pageOf(orderListItemSchema) },
})

export const orderValueSchema = z.object({
  currency: z.string(),
  /** `YYYY-MM`, in UTC. */
  month: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
  /** In minor units; exact as far as numbers are. */
  total: z.number(),
  count: z.int(),
})
export type OrderValue = z.output<typeof orderValueSchema>

export const listOrderValues = endpoint({
  name: 'listOrderValues',
  method: 'GET',
  path: '/customers/{id}/order-values',
  summary:
    'What a customer ordered in each of the last 24 months, by currency; without canceled orders, schedules and orders without a total',
  tag: 'Orders',
  access: 'customer:read',
  responses: { 200: z.object({ items: z.array(orderValueSchema) }) },
})

export const getHiddenRows = endpoint({
  name: 'getHiddenRows',
  method: 'GET',
  path: '/customers/{id}/hidden-rows',
  summary: 'Whether lists leave out orders and carts because they lie in scopes that the person does not see',
  tag: 'Orders',
  access: 'customer:read',
  responses: { 200: z.object({ orders: z.boolean(), carts: z.boolean() }) },
})

export const listOrders = endpoint({
  name: 'listOrders',
  method: 'GET',
  path: '/orders',
  summary: 'Find orders; newest first',
  tag: 'Orders',
  access: 'customer:read',
  query: z.strictObject({
    ...filterMembers,
    customerId: z.optional(z.array(idSchema)),
    class: z.optional(z.array(z.enum(orderStatusClasses))),
    needsAttention: z.optional(flag()),
    q: z.optional(z.string().check(z.maxLength(200))),
  }),
  responses: { 200: pageOf(orderListItemSchema) },
})

export const getOrder = endpoint({
  name: 'getOrder',
  method: 'GET',
  path: '/orders/{id}',
  summary: 'One order with lines, shipments, payments and history; read only',
  tag: 'Orders',
  access: 'customer:read',
  responses: { 200: orderSchema },
  versioned: true,
})
