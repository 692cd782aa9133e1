import type { CollectionName, Rows } from '#server/store/rows.ts'

/** Rows by collection. */
export type SeedRows = { [C in CollectionName]?: Rows[C][] }

/** Rows of one collection. */
export type SeedBatch = { [C in CollectionName]: { collection: C; rows: Rows[C][] } }[CollectionName]

/** What is referred to stands before what refers to it. */
const order = [
  'scopes',
  'lookups',
  'attributeGroups',
  'attributeDefinitions',
  'storeLocations',
  'organizations',
  'customers',
  'statusChanges',
  'customerAttributes',
  'addresses',
  'memberships',
  'customerStores',
  'savedPayments',
  'orders',
  'orderDetails',
  'carts',
  'files',
  'cases',
  'notes',
  'contacts',
  'alternativeContacts',
  'alerts',
  'billingInfos',
  'invoices',
  'payments',
  'instalmentPurchases',
  'subscriptions',
  'subscriptionEntries',
  'activities',
] as const satisfies readonly CollectionName[]

function batchOf<C extends CollectionName>(collection: C, rows: Rows[C][]): { collection: C; rows: Rows[C][] } {
  return { collection, rows }
}

/** The rows as batches, in the order in which they can be stored. */
export function batchesOf(rows: SeedRows): SeedBatch[] {
  return order.flatMap((collection) => {
    const part = rows[collection]
    return part && part.length > 0 ? [batchOf(collection, part) as SeedBatch] : []
  })
}

/** Several sets of rows as one. */
export function merged(parts: Iterable<SeedRows>): SeedRows {
  const all: Partial<Record<CollectionName, unknown[]>> = {}
  for (const part of parts) {
    for (const collection of order) {
      const rows = part[collection]
      if (!rows) continue
      const target = (all[collection] ??= [])
      for (const row of rows) target.push(row)
    }
  }
  return all as SeedRows
}
