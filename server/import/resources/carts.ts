import * as z from 'zod/mini'
import { clearable, codeSchema, currencySchema, text } from '#/contract/common.ts'
import { referenceSchema } from '#server/import/references.ts'
import { resolved, type Entry, type ImportContext, type Resource } from '#server/import/resource.ts'
import { instantInputSchema, moneyInputSchema, sourceMembers } from '#server/import/resources/members.ts'
import { lineInputSchema, linesOf } from '#server/import/resources/order-members.ts'
import { entityMembers, upsert } from '#server/import/upsert.ts'
import type { CartRow } from '#server/store/rows.ts'

const schema = z.strictObject({
  ...sourceMembers,
  customer: referenceSchema,
  scope: referenceSchema,
  name: text(200),
  type: clearable(codeSchema),
  currency: currencySchema,
  /** Empty: not calculated yet. */
  total: moneyInputSchema,
  expiresAt: clearable(instantInputSchema),
  createdAt: z.optional(instantInputSchema),
  /** A cart that became an order is kept out of sight. */
  status: z.optional(z.enum(['open', 'ordered'])),
  /** The order that it became. */
  order: clearable(referenceSchema),
  draftOwner: clearable(text(200)),
  lines: z.optional(z.array(lineInputSchema).check(z.maxLength(10_000))),
})
export type CartInput = z.output<typeof schema>

function rowOf(context: ImportContext, entry: Entry<CartInput>, before: CartRow | undefined): CartRow {
  const { input } = entry
  const lines = linesOf(input.lines ?? [])
  return {
    ...entityMembers('carts', context, entry, before),
    customerId: context.references.idOf('customers', input.customer) ?? '',
    scopeId: context.references.idOf('scopes', input.scope) ?? '',
    name: input.name,
    type: input.type ?? null,
    itemQuantity: Number(lines.reduce((sum, { quantity }) => sum + quantity, 0).toFixed(6)),
    lineCount: lines.length,
    totalMinor: input.total?.amountMinor ?? null,
    currency: input.currency,
    expiresAt: input.expiresAt ?? null,
    status: input.status ?? 'open',
    orderId: input.order ? (context.references.idOf('orders', input.order) ?? null) : null,
    draftOwner: input.draftOwner ?? null,
    lines,
  }
}

export const carts: Resource<CartInput> = {
  schema,
  keyOf: ({ sourceSystem, externalId }) => `${sourceSystem}\n${externalId}`,
  async write(context, entries) {
    const found = await resolved(context, entries, [
      { collection: 'customers', member: 'customer', of: ({ customer }) => [customer] },
      { collection: 'scopes', member: 'scope', of: ({ scope }) => [scope] },
      { collection: 'orders', member: 'order', of: ({ order }) => [order] },
    ])
    await upsert(context, 'carts', found, (entry, before) => rowOf(context, entry, before))
  },
}
