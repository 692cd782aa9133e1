import type { Schema } from '#/contract/endpoint.ts'
import type { Reference, Referable } from '#server/import/references.ts'
import { resolved, type Entry, type ImportContext, type Resource, type Wanted } from '#server/import/resource.ts'
import { entityMembers, upsert, type Sourced, type Written } from '#server/import/upsert.ts'
import type { EntityRow } from '#server/store/entity-members.ts'
import type { Rows } from '#server/store/rows.ts'

interface Facts<Input> {
  context: ImportContext
  input: Input
  entity: EntityRow
  customerId: string
}

/** A kind of record that belongs to one customer and is known again by its external id. */
export function ofCustomer<C extends Exclude<Referable, 'scopes'>, Input extends Sourced & { customer: Reference }>(
  collection: C,
  schema: Schema,
  rowOf: (facts: Facts<Input>, before: Rows[C] | undefined) => Rows[C],
  {
    wanted = [],
    refuse,
    after,
  }: {
    /** What it refers to besides the customer. */
    wanted?: readonly Wanted<Input>[]
    /** Fails entries that make no sense together with what they refer to. */
    refuse?: (context: ImportContext, entry: Entry<Input>) => void
    after?: (context: ImportContext, written: Written<C, Input>[]) => Promise<void>
  } = {},
): Resource<Input> {
  return {
    schema,
    keyOf: ({ sourceSystem, externalId }) => `${sourceSystem}\n${externalId}`,
    write: async (context, entries) => {
      const owner: Wanted<Input> = { collection: 'customers', member: 'customer', of: ({ customer }) => [customer] }
      const resolvedEntries = await resolved(context, entries, [owner, ...wanted])
      for (const entry of resolvedEntries) refuse?.(context, entry)
      const found = resolvedEntries.filter((entry) => entry.outcome !== 'failed')
      const written = await upsert(context, collection, found, (entry, before) => {
        const customerId = context.references.idOf('customers', entry.input.customer) ?? ''
        const entity = entityMembers(collection, context, entry, before)
        return rowOf({ context, input: entry.input, entity, customerId }, before)
      })
      await after?.(context, written)
    },
  }
}
