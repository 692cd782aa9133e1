import { getPreferredStore, getStore, listCustomerStores, listStores } from '#/contract/stores.ts'
import type { CustomerStore, StoreLocation } from '#/contract/stores.ts'
import { ok } from '#server/api/answer.ts'
import type { ReadCall, Registry } from '#server/api/call.ts'
import { anyOf, findPage, sortKeys } from '#server/api/page.ts'
import { etagOf } from '#server/api/preconditions.ts'
import { notFound } from '#server/api/refusal.ts'
import { searchOf } from '#server/api/search-condition.ts'
import { smallPage } from '#server/api/small-page.ts'
import { visibleCustomer } from '#server/api/visibility.ts'
import type { CustomerRow, StoreLocationRow } from '#server/store/rows.ts'

export function registerStores({ handle }: Registry): void {
  handle(listStores, async (call) => {
    const { q, sort, active } = call.query
    const { condition } = searchOf<'storeLocations'>(q, 'searchText', {})
    const { rows, ...page } = await findPage(call, 'storeLocations', {
      where: [
        ...(condition ? [condition] : []),
        ...anyOf<'storeLocations'>('active', active === undefined ? undefined : [active]),
      ],
      sort: sortKeys(sort, { name: 'nameSort', number: 'number' }, [{ field: 'nameSort' }]),
    })
    return ok({ items: rows.map(storeOf), ...page })
  })

  handle(getStore, async ({ store, params }) => {
    const row = await store.get('storeLocations', params.id)
    if (!row) throw notFound()
    return ok(storeOf(row))
  })

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

  handle(getPreferredStore, async (call) => {
    const customer = await visibleCustomer(call, call.params.id)
    return ok({ storeId: customer.preferredStoreId, etag: etagOf({ version: customer.preferredStoreVersion }) })
  })
}

/** The stores on a customer's list, and the preferred one even when it is no longer there. */
async function storesOf({ store }: ReadCall, { id, preferredStoreId }: CustomerRow): Promise<CustomerStore[]> {
  const where = { op: 'in', field: 'customerId', values: [id] } as const
  const { rows: links } = await store.find('customerStores', { where })
  const linkOf = new Map(links.map((link) => [link.storeId, link]))
  const ids = new Set([...linkOf.keys(), ...(preferredStoreId === null ? [] : [preferredStoreId])])
  const locations = await store.getMany('storeLocations', [...ids])
  return locations.map((location) => {
    const link = linkOf.get(location.id)
    return {
      store: storeOf(location),
      preferred: location.id === preferredStoreId,
      linked: link !== undefined,
      usage: link ? { orderCount: link.orderCount, lastUsedAt: link.lastUsedAt } : null,
    }
  })
}

const storeOf = (row: StoreLocationRow): StoreLocation => ({ ...row, etag: etagOf(row) })
