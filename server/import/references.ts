import * as z from 'zod/mini'
import { idSchema, text } from '#/contract/common.ts'
import type { CollectionName, Rows } from '#server/store/rows.ts'
import type { Condition, Reader } from '#server/store/store.ts'

/** Names a record by where it came from, or one that was made here by its id. */
export const referenceSchema = z.union([
  z.strictObject({ sourceSystem: text(60), externalId: text(200) }),
  z.strictObject({ id: idSchema }),
])
export type Reference = z.output<typeof referenceSchema>

/** Collections whose rows can be referred to. */
export type Referable = Extract<
  CollectionName,
  | 'customers'
  | 'addresses'
  | 'organizations'
  | 'storeLocations'
  | 'orders'
  | 'carts'
  | 'savedPayments'
  | 'scopes'
  | 'subscriptions'
  | 'invoices'
  | 'payments'
  | 'instalmentPurchases'
  | 'billingInfos'
  | 'alerts'
  | 'contacts'
  | 'alternativeContacts'
  | 'cases'
  | 'notes'
>

const keyOf = (reference: Reference) =>
  'id' in reference ? reference.id : `${reference.sourceSystem}\n${reference.externalId}`

/** Rows of a collection that carry one of the external ids of a source system. */
export async function findByExternalIds<C extends Referable>(
  store: Reader,
  collection: C,
  sourceSystem: string,
  externalIds: readonly string[],
): Promise<Rows[C][]> {
  const conditions = [
    { op: 'in', field: 'sourceSystem', values: [sourceSystem] },
    { op: 'in', field: 'externalId', values: externalIds },
  ] as Condition<C>[]
  const { rows } = await store.find(collection, { where: { op: 'and', conditions } })
  return rows
}

/** Finds the ids behind references, each only once in an import. */
export class References {
  readonly #ids = new Map<Referable, Map<string, string>>()

  #known(collection: Referable): Map<string, string> {
    const known = this.#ids.get(collection) ?? new Map<string, string>()
    this.#ids.set(collection, known)
    return known
  }

  async load(store: Reader, collection: Referable, wanted: readonly (Reference | null | undefined)[]): Promise<void> {
    const known = this.#known(collection)
    const missing = wanted.filter((reference) => !!reference && !known.has(keyOf(reference)))
    const bySource = new Map<string, string[]>()
    const ids: string[] = []
    for (const reference of missing) {
      if (!reference) continue
      if ('id' in reference) ids.push(reference.id)
      else bySource.set(reference.sourceSystem, [...(bySource.get(reference.sourceSystem) ?? []), reference.externalId])
    }
    for (const row of await store.getMany(collection, ids)) known.set(row.id, row.id)
    for (const [sourceSystem, externalIds] of bySource) {
      for (const row of await findByExternalIds(store, collection, sourceSystem, externalIds)) {
        known.set(`${sourceSystem}\n${row.externalId ?? ''}`, row.id)
      }
    }
  }

  idOf(collection: Referable, reference: Reference): string | undefined {
    return this.#known(collection).get(keyOf(reference))
  }
}
