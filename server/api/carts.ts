import { getCart, listCarts } from '#/contract/carts.ts'
import type { Cart, CartListItem } from '#/contract/carts.ts'
import { ok } from '#server/api/answer.ts'
import type { ReadCall, Registry } from '#server/api/call.ts'
import { anyOf, findPage, sortKeys } from '#server/api/page.ts'
import { etagOf } from '#server/api/preconditions.ts'
import { notFound } from '#server/api/refusal.ts'
import { inVisibleScopes, seesScope, visibleCustomer } from '#server/api/visibility.ts'
import type { CartRow, ScopeRow } from '#server/store/rows.ts'

export function registerCarts({ handle }: Registry): void {
  handle(listCarts, async (call) => {
    const { id } = await visibleCustomer(call, call.params.id)
    const { rows, ...page } = await findPage(call, 'carts', {
      where: [
        { op: 'in', field: 'customerId', values: [id] },
        { op: 'in', field: 'status', values: ['open'] },
        { op: 'range', field: 'lineCount', from: 1 },
        ...anyOf<'carts'>('scopeId', call.query.scopeId),
        ...anyOf<'carts'>('type', call.query.type),
        ...inVisibleScopes<'carts'>(call.identity),
      ],
      sort: sortKeys(call.query.sort, { createdAt: 'createdAt', total: 'totalMinor', itemQuantity: 'itemQuantity' }, [
        { field: 'createdAt', descending: true },
      ]),
    })
    const scopes = await call.store.getMany('scopes', [...new Set(rows.map(({ scopeId }) => scopeId))])
    const scopeOf = new Map(scopes.map((scope) => [scope.id, scope]))
    return ok({ items: rows.map((row) => cartOf(row, scopeOf.get(row.scopeId))), ...page })
  })

  handle(getCart, async (call) => {
    const row = await call.store.get('carts', call.params.id)
    if (!row || !seesScope(call.identity, row.scopeId)) throw notFound()
    await visibleCustomer(call, row.customerId)
    const orderedAs = await orderOf(call, row)
    if (row.status === 'ordered' && !orderedAs) throw notFound()
    return ok({ ...cartOf(row, await call.store.get('scopes', row.scopeId)), lines: row.lines, orderedAs })
  })
}

/** The order that a cart became, if the person may know of it. */
async function orderOf({ store, identity }: ReadCall, { orderId }: CartRow): Promise<Cart['orderedAs']> {
  const order = orderId === null ? undefined : await store.get('orders', orderId)
  return order && seesScope(identity, order.scopeId) ? { id: order.id, number: order.number } : null
}

const cartOf = (row: CartRow, scope: ScopeRow | undefined): CartListItem => ({
  ...row,
  etag: etagOf(row),
  scopeName: scope?.name ?? null,
  total: row.totalMinor === null ? null : { amountMinor: row.totalMinor, currency: row.currency },
})
