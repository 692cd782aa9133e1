import { getStore, listStores } from '#/contract/stores.ts'
import type { StoreLocation } from '#/contract/stores.ts'
import { ok } from '#server/api/answer.ts'
import type { Registry } from '#server/api/call.ts'
import { anyOf, findPage, sortKeys } from '#server/api/page.ts'
import { etagOf } from '#server/api/preconditions.ts'
import { notFound } from '#server/api/refusal.ts'
import { searchOf } from '#server/api/search-condition.ts'
import type { StoreLocationRow } from '#server/store/rows.ts'

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
}

export const storeOf = (row: StoreLocationRow): StoreLocation => ({ ...row, etag: etagOf(row) })
