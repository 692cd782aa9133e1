import type { CustomerActivityKind } from '#/contract/activity-kinds.ts'
import {
  customerStoreSchema,
  deleteCustomerStore,
  getPreferredStore,
  listCustomerStores,
  preferredStoreSchema,
  putCustomerStore,
  putPreferredStore,
} from '#/contract/stores.ts'
import type { CustomerStore } from '#/contract/stores.ts'
import { recordActivity } from '#server/api/activity.ts'
import { done, ok } from '#server/api/answer.ts'
import type { ReadCall, Registry, WriteCall } from '#server/api/call.ts'
import { etagOf, onlyVersion } from '#server/api/preconditions.ts'
import { invalid, notFound } from '#server/api/refusal.ts'
import { smallPage } from '#server/api/small-page.ts'
import { storeOf } from '#server/api/stores.ts'
import { visibleCustomer, writableCustomer } from '#server/api/visibility.ts'
import type { CustomerRow, CustomerStoreRow, StoreLocationRow } from '#server/store/rows.ts'

export function registerCustomerStores({ handle, handleWrite }: Registry): void {
  handle(listCustomerStores, async (call) => {
    const customer = await visibleCustomer(call, call.params.id)
    return ok(
      await smallPage(call, await storesOf(call, customer), {
        keys: [
          ({ preferred }) => (preferred ? 0 : 1),
          ({ usage }) => usage?.orderCount ?? 0,
          ({ usage }) => usage?.lastUsedAt ?? null,
        ],
        descending: [false, true, true],
        id: ({ store }) => store.id,
      }),
    )
  })

  handleWrite(putCustomerStore, async (call) => {
    const customer = await writableCustomer(call, call.params.id)
    const location = await existing(call)
    const id = linkId(call)
    const known = await call.store.get('customerStores', id)
    honour(call, customer, location, known)
    if (known) return ok(customerStoreOf(customer, location, known))

    const link = { id, customerId: customer.id, storeId: location.id, orderCount: 0, lastUsedAt: null }
    await call.store.insert('customerStores', [link])
    await record(call, customer, location, 'storeAdded')
    return ok(customerStoreOf(customer, location, link))
  })

  handleWrite(deleteCustomerStore, async (call) => {
    const customer = await writableCustomer(call, call.params.id)
    const location = await existing(call)
    honour(call, customer, location, await call.store.get('customerStores', linkId(call)))
    if (await call.store.remove('customerStores', linkId(call))) {
      await record(call, customer, location, 'storeRemoved')
    }
    return done()
  })

  handle(getPreferredStore, async (call) => ok(preferenceOf(await visibleCustomer(call, call.params.id))))

  handleWrite(putPreferredStore, async (call) => {
    const customer = await writableCustomer(call, call.params.id)
    const current = preferenceOf(customer)
    call.preconditions.requireMatch(current, preferredStoreSchema)
    const { storeId } = call.body()
    if (storeId === customer.preferredStoreId) return ok(current)
    const chosen = storeId === null ? undefined : await choosable(call, storeId)

    const update = {
      preferredStoreId: storeId,
      preferredStoreVersion: customer.preferredStoreVersion + 1,
      preferredStoreChange: { at: call.now, by: call.actor },
    }
    await call.store.update('customers', customer.id, update)
    const change = { field: 'preferredStoreId', from: customer.preferredStoreId, to: storeId }
    await record(call, customer, chosen ?? (await formerOf(call, customer)), 'preferredStoreChanged', [change])
    return ok(preferenceOf({ ...customer, ...update }))
  })
}

const preferenceOf = ({ preferredStoreId, preferredStoreVersion, preferredStoreChange }: CustomerRow) => ({
  storeId: preferredStoreId,
  etag: etagOf({ version: preferredStoreVersion }),
  updatedAt: preferredStoreChange?.at ?? null,
  updatedBy: preferredStoreChange?.by ?? null,
})

async function choosable({ store }: WriteCall, storeId: string): Promise<StoreLocationRow> {
  const location = await store.get('storeLocations', storeId)
  if (!location) throw invalid({ pointer: '/storeId', code: 'not-found', detail: 'There is no such store' })
  if (!location.active) throw invalid({ pointer: '/storeId', code: 'inactive', detail: 'This store is not active' })
  return location
}

type Named = Pick<StoreLocationRow, 'id' | 'name'>

/** What was preferred before; the store itself may be gone. */
async function formerOf({ store }: WriteCall, { preferredStoreId }: CustomerRow): Promise<Named> {
  const id = preferredStoreId ?? ''
  return (await store.get('storeLocations', id)) ?? { id, name: id }
}

type LinkCall = WriteCall<typeof putCustomerStore>

const linkId = ({ params }: Pick<LinkCall, 'params'>) => `${params.id}.${params.storeId}`

/** Whoever says so hears that the store is on the list already, or not any more. */
function honour(
  { preconditions }: Pick<LinkCall, 'preconditions'>,
  customer: CustomerRow,
  location: StoreLocationRow,
  link: CustomerStoreRow | undefined,
): void {
  const current = link && { ...customerStoreOf(customer, location, link), etag: onlyVersion }
  preconditions.honour(current, customerStoreSchema)
}

async function existing({ store, params }: Pick<LinkCall, 'store' | 'params'>): Promise<StoreLocationRow> {
  const location = await store.get('storeLocations', params.storeId)
  if (!location) throw notFound()
  return location
}

/** The stores on a customer's list, and the preferred one even when it is no longer there. */
async function storesOf({ store }: ReadCall, customer: CustomerRow): Promise<CustomerStore[]> {
  const { id, preferredStoreId } = customer
  const where = { op: 'in', field: 'customerId', values: [id] } as const
  const { rows: links } = await store.find('customerStores', { where })
  const linkOf = new Map(links.map((link) => [link.storeId, link]))
  const ids = new Set([...linkOf.keys(), ...(preferredStoreId === null ? [] : [preferredStoreId])])
  const locations = await store.getMany('storeLocations', [...ids])
  return locations.map((location) => customerStoreOf(customer, location, linkOf.get(location.id)))
}

const customerStoreOf = (
  { preferredStoreId }: CustomerRow,
  location: StoreLocationRow,
  link: CustomerStoreRow | undefined,
): CustomerStore => ({
  store: storeOf(location),
  preferred: location.id === preferredStoreId,
  linked: link !== undefined,
  usage: link ? { orderCount: link.orderCount, lastUsedAt: link.lastUsedAt } : null,
})

async function record(
  call: WriteCall,
  { id: customerId }: CustomerRow,
  { id, name }: Named,
  kind: CustomerActivityKind,
  changes: { field: string; from: unknown; to: unknown }[] = [],
): Promise<void> {
  const subject = { type: 'store', id, label: name }
  await recordActivity(call, { customerId, kind, group: 'stores', subject, changes })
}
