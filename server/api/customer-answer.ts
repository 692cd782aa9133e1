import type { Customer } from '#/contract/customers.ts'
import type { ReadCall, WriteCall } from '#server/api/call.ts'
import { orderTotal } from '#server/api/order-money.ts'
import { etagOf } from '#server/api/preconditions.ts'
import { seesScope } from '#server/api/visibility.ts'
import type { CustomerRow } from '#server/store/rows.ts'

/** The account fields of a customer as they are answered. */
export async function customerOf(call: ReadCall | WriteCall, row: CustomerRow): Promise<Customer> {
  return { ...row, etag: etagOf(row), hasPin: row.pin !== null, lastOrder: await lastOrderOf(call, row) }
}

async function lastOrderOf(
  { store, identity }: ReadCall | WriteCall,
  row: CustomerRow,
): Promise<Customer['lastOrder']> {
  const order = row.lastOrderId === null ? undefined : await store.get('orders', row.lastOrderId)
  if (!order || !seesScope(identity, order.scopeId)) return null
  const scope = await store.get('scopes', order.scopeId)
  return {
    id: order.id,
    number: order.number,
    at: order.createdAt,
    status: order.statusCode,
    total: orderTotal(order, scope),
    itemCount: order.itemCount,
  }
}
