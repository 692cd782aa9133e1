import { customerName } from '#/contract/customer-name.ts'
import { customerSchema, getCustomer, listCustomers, patchCustomer } from '#/contract/customers.ts'
import type { Customer } from '#/contract/customers.ts'
import { changesOf, recordActivity, touched } from '#server/api/activity.ts'
import { ok } from '#server/api/answer.ts'
import type { ReadCall, Registry, WriteCall } from '#server/api/call.ts'
import { customerFilters, customerListItem, customerSort } from '#server/api/customer-list.ts'
import { matchesOf } from '#server/api/customer-match.ts'
import { brokenCustomerRules } from '#server/api/customer-rules.ts'
import { customerSearchOf } from '#server/api/customer-search.ts'
import { orderTotal } from '#server/api/order-money.ts'
import { defaultLimit, findPage } from '#server/api/page.ts'
import { etagOf } from '#server/api/preconditions.ts'
import { invalid } from '#server/api/refusal.ts'
import { seesScope, visibleCustomer, visibleCustomers, writableCustomer } from '#server/api/visibility.ts'
import { deriveCustomer } from '#server/store/derive-customer.ts'
import type { AddressRow, CustomerRow } from '#server/store/rows.ts'
import type { Reader } from '#server/store/store.ts'

export function registerCustomers({ handle, handleWrite }: Registry): void {
  handle(listCustomers, async (call) => {
    const { q, sort, id } = call.query
    const search = customerSearchOf(q, call.identity)
    const { rows, ...page } = await findPage(call, 'customers', {
      where: [
        ...visibleCustomers(call.identity),
        ...customerFilters(call.query),
        ...(search.condition ? [search.condition] : []),
      ],
      sort: customerSort(sort, search.terms),
      limit: id ? 100 : defaultLimit,
    })
    const matches = await matchesOf(call.store, rows, search.terms)
    return ok({ items: rows.map((row) => customerListItem(row, matches.get(row.id))), ...page })
  })

  handle(getCustomer, async (call) => {
    const row = await visibleCustomer(call, call.params.id)
    return ok(await customerOf(call, row))
  })

  handleWrite(patchCustomer, async (call) => {
    const row = await writableCustomer(call, call.params.id)
    const current = await customerOf(call, row)
    call.preconditions.requireMatch(current, customerSchema)
    const patch = call.body()
    const errors = brokenCustomerRules(row, patch)
    if (errors.length > 0) throw invalid(...errors)

    const { values, changes } = changesOf(row, patch)
    if (changes.length === 0) return ok(current)
    const changed: CustomerRow = { ...row, ...values, ...touched(call, row) }
    const derived = deriveCustomer(changed, await addressesOf(call.store, row.id))
    await call.store.update('customers', row.id, { ...values, ...touched(call, row), ...derived })
    await recordActivity(call, {
      customerId: row.id,
      kind: 'detailsChanged',
      group: 'account',
      subject: customerSubject(changed),
      changes,
    })
    return ok({ ...(await customerOf(call, changed)) })
  })
}

export const customerSubject = (row: CustomerRow) => ({ type: 'customer', id: row.id, label: customerName(row) })

/** Addresses that are not deleted. */
export async function addressesOf(store: Reader, customerId: string): Promise<AddressRow[]> {
  const { rows } = await store.find('addresses', {
    where: {
      op: 'and',
      conditions: [
        { op: 'in', field: 'customerId', values: [customerId] },
        { op: 'in', field: 'deletedAt', values: [null] },
      ],
    },
  })
  return rows
}

async function customerOf(call: ReadCall | WriteCall, row: CustomerRow): Promise<Customer> {
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
