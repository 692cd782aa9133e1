import type { CollectionName, Rows } from '#server/store/rows.ts'
import type { Condition, Reader } from '#server/store/store.ts'

/** Collections whose rows belong to one customer each, by `customerId`. */
export const customerCollections = [
  'statusChanges',
  'addresses',
  'memberships',
  'customerStores',
  'orders',
  'carts',
  'savedPayments',
  'contacts',
  'alternativeContacts',
  'alerts',
  'invoices',
  'payments',
  'instalmentPurchases',
  'subscriptions',
  'subscriptionEntries',
  'cases',
  'notes',
  'activities',
] as const satisfies readonly CollectionName[]

type CustomerCollection = (typeof customerCollections)[number]

/** Every row of a collection that belongs to a customer. */
export async function rowsOfCustomer<C extends CustomerCollection>(
  store: Reader,
  collection: C,
  customerId: string,
): Promise<Rows[C][]> {
  const where = { op: 'in', field: 'customerId', values: [customerId] } as unknown as Condition<C>
  return (await store.find(collection, { where })).rows
}
