import * as z from 'zod/mini'
import { clearable } from '#/contract/common.ts'
import { upsertKeyed } from '#server/import/keyed.ts'
import { referenceSchema } from '#server/import/references.ts'
import { resolved, type Entry, type ImportContext, type Resource } from '#server/import/resource.ts'
import { instantInputSchema } from '#server/import/resources/members.ts'

const schema = z.strictObject({
  customer: referenceSchema,
  store: referenceSchema,
  orderCount: z.optional(z.int().check(z.gte(0))),
  lastUsedAt: clearable(instantInputSchema),
})
export type CustomerStoreInput = z.output<typeof schema>

function idsOf({ references }: ImportContext, { input }: Entry<CustomerStoreInput>) {
  const customerId = references.idOf('customers', input.customer) ?? ''
  const storeId = references.idOf('storeLocations', input.store) ?? ''
  return { id: `${customerId}.${storeId}`, customerId, storeId }
}

/** Stores that customers use. Which one is preferred is said by the customer. */
export const customerStores: Resource<CustomerStoreInput> = {
  schema,
  keyOf: ({ customer, store }) => JSON.stringify([customer, store]),
  async write(context, entries) {
    const found = await resolved(context, entries, [
      { collection: 'customers', member: 'customer', of: ({ customer }) => [customer] },
      { collection: 'storeLocations', member: 'store', of: ({ store }) => [store] },
    ])
    await upsertKeyed(
      context,
      'customerStores',
      found,
      (entry) => ({
        ...idsOf(context, entry),
        orderCount: entry.input.orderCount ?? 0,
        lastUsedAt: entry.input.lastUsedAt ?? null,
      }),
      (entry) => idsOf(context, entry).id,
    )
  },
}
