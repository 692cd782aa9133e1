import * as z from 'zod/mini'
import { actorTypes, clearable, codeSchema, text } from '#/contract/common.ts'
import { orderKinds, orderStatusClasses } from '#/contract/order-codes.ts'
import type { Order } from '#/contract/orders.ts'
import { referenceSchema, type References } from '#server/import/references.ts'
import {
  currencyInputSchema,
  instantInputSchema,
  moneyInputSchema,
  postalAddressInputSchema,
  sourceMembers,
} from '#server/import/resources/members.ts'

export const lineInputSchema = z.strictObject({
  id: text(60),
  sku: clearable(text(100)),
  name: text(300),
  quantity: z.number(),
  unitPrice: moneyInputSchema,
  discount: moneyInputSchema,
  total: moneyInputSchema,
})

const maskSchema = z.string().check(z.regex(/^[^\d]*\d{0,4}$/, 'mask of at most four digits'), z.maxLength(30))

export const orderInputSchema = z.strictObject({
  ...sourceMembers,
  number: text(60),
  customer: referenceSchema,
  scope: referenceSchema,
  kind: z.enum(orderKinds),
  status: z.strictObject({ code: codeSchema, class: z.enum(orderStatusClasses) }),
  createdAt: instantInputSchema,
  total: moneyInputSchema,
  currency: currencyInputSchema,
  subtotal: moneyInputSchema,
  tax: moneyInputSchema,
  shippingCost: moneyInputSchema,
  source: clearable(text(60)),
  needsAttention: z.optional(z.boolean()),
  draftOwner: clearable(text(200)),
  cancellationPending: z.optional(z.boolean()),
  recurring: clearable(
    z.strictObject({
      frequency: text(60),
      nextAt: clearable(instantInputSchema),
      lastOrder: clearable(referenceSchema),
      paused: z.optional(z.boolean()),
      /** For example productGone; what is wrong with saved payments is found out by itself. */
      problems: z.optional(z.array(codeSchema)),
    }),
  ),
  billingAddress: clearable(postalAddressInputSchema),
  messages: z.optional(z.array(text(1000))),
  lines: z.optional(z.array(lineInputSchema).check(z.maxLength(10_000))),
  shipments: z.optional(
    z.array(
      z.strictObject({
        id: text(60),
        number: clearable(text(60)),
        status: codeSchema,
        method: z.enum(['pickup', 'delivery', 'shipping', 'shipToStore']),
        address: clearable(postalAddressInputSchema),
        store: clearable(referenceSchema),
        tracking: clearable(text(100)),
        expectedAt: clearable(instantInputSchema),
      }),
    ),
  ),
  payments: z.optional(
    z.array(
      z.strictObject({
        id: text(60),
        method: text(60),
        mask: clearable(maskSchema),
        status: codeSchema,
        amount: moneyInputSchema,
        at: clearable(instantInputSchema),
      }),
    ),
  ),
  history: z.optional(
    z.array(
      z.strictObject({
        at: instantInputSchema,
        actor: z.strictObject({
          type: z.enum(actorTypes),
          id: clearable(text(60)),
          displayName: clearable(text(200)),
        }),
        shipmentId: clearable(text(60)),
        from: clearable(codeSchema),
        to: codeSchema,
      }),
    ),
  ),
  /** Addresses and saved payments of the customer that the order uses. */
  addresses: z.optional(z.array(referenceSchema)),
  savedPayments: z.optional(z.array(referenceSchema)),
})
export type OrderInput = z.output<typeof orderInputSchema>

export function linesOf(lines: readonly z.output<typeof lineInputSchema>[]): Order['lines'] {
  return lines.map(({ id, sku, name, quantity, unitPrice, discount, total }) => ({
    id,
    sku: sku ?? null,
    name,
    quantity,
    unitPrice: unitPrice ?? null,
    discount: discount ?? null,
    total: total ?? null,
  }))
}

export function shipmentsOf(references: References, { shipments = [] }: OrderInput): Order['shipments'] {
  return shipments.map(({ id, number, status, method, address, store, tracking, expectedAt }) => ({
    id,
    number: number ?? null,
    status,
    method,
    address: address ?? null,
    storeId: store ? (references.idOf('storeLocations', store) ?? null) : null,
    tracking: tracking ?? null,
    expectedAt: expectedAt ?? null,
  }))
}

export function paymentsOf({ payments = [] }: OrderInput): Order['payments'] {
  return payments.map(({ id, method, mask, status, amount, at }) => ({
    id,
    method,
    mask: mask ?? null,
    status,
    amount: amount ?? null,
    at: at ?? null,
  }))
}

/** Newest first, as it is shown. */
export function historyOf({ history = [] }: OrderInput): Order['history'] {
  return history
    .map(({ at, actor, shipmentId, from, to }) => ({
      at,
      actor: { type: actor.type, id: actor.id ?? null, displayName: actor.displayName ?? null },
      shipmentId: shipmentId ?? null,
      from: from ?? null,
      to,
    }))
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}
