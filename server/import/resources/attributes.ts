import * as z from 'zod/mini'
import { attributeValueSchema } from '#/contract/attributes.ts'
import { lastChangeOf, upsertKeyed } from '#server/import/keyed.ts'
import { referenceSchema } from '#server/import/references.ts'
import { resolved, type Resource } from '#server/import/resource.ts'

const schema = z.strictObject({
  customer: referenceSchema,
  values: z.record(z.string().check(z.minLength(1), z.maxLength(60)), attributeValueSchema),
})
export type AttributesInput = z.output<typeof schema>

/** Values of custom attributes. Named values replace those there are, `null` clears, others stay. */
export const attributes: Resource<AttributesInput> = {
  schema,
  keyOf: ({ customer }) => JSON.stringify(customer),
  async write(context, entries) {
    const found = await resolved(context, entries, [
      { collection: 'customers', member: 'customer', of: ({ customer }) => [customer] },
    ])
    const idOf = ({ input }: (typeof found)[number]) => context.references.idOf('customers', input.customer) ?? ''
    await upsertKeyed(
      context,
      'customerAttributes',
      found,
      (entry, before) => {
        const all = Object.entries({ ...before?.values, ...entry.input.values })
        const values = Object.fromEntries(all.filter(([, value]) => value !== null))
        return { id: idOf(entry), version: before?.version ?? 1, values, ...lastChangeOf(before) }
      },
      idOf,
    )
  },
}
