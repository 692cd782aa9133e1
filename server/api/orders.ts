import { customerName } from '#/contract/customer-name.ts'
import { foldText } from '#/contract/fold-text.ts'
import { orderStatusClasses } from '#/contract/order-codes.ts'
import { getOrder, listCustomerOrders, listOrders } from '#/contract/orders.ts'
import type { OrderListItem } from '#/contract/orders.ts'
import type { QueryOf } from '#/contract/endpoint.ts'
import { ok } from '#server/api/answer.ts'
import type { ReadCall, Registry } from '#server/api/call.ts'
import { orderTotal } from '#server/api/order-money.ts'
import { anyOf, between, findPage, sortKeys } from '#server/api/page.ts'
import { etagOf } from '#server/api/preconditions.ts'
import { notFound } from '#server/api/refusal.ts'
import { enumField, exactOrPrefix, dateCondition, searchOf } from '#server/api/search-condition.ts'
import type { FieldRules } from '#server/api/search-condition.ts'
import { inVisibleScopes, seesScope, visibleCustomer, visibleCustomers } from '#server/api/visibility.ts'
import type { CustomerRow, OrderRow, ScopeRow } from '#server/store/rows.ts'
import { orderCurrencies } from '#server/api/order-currencies.ts'
import { recurringProblems } from '#server/api/recurring-problems.ts'
import type { Condition } from '#server/store/store.ts'

const searchFields: FieldRules<'orders'> = {
  number: { kind: 'text', condition: (term) => exactOrPrefix('numberFolded', [foldText(term.value)], term) },
  status: { kind: 'text', condition: (term) => exactOrPrefix('statusCode', [term.value], term) },
  class: enumField('statusClass', orderStatusClasses),
  created: { kind: 'date', condition: (term) => dateCondition('createdAt', term) },
}

export function registerOrders({ handle }: Registry): void {
  handle(listCustomerOrders, async (call) => {
    const { id } = await visibleCustomer(call, call.params.id)
    return await orderPage(call, [
      { op: 'in', field: 'customerId', values: [id] },
      ...anyOf<'orders'>('kind', call.query.kind),
    ])
  })

  handle(listOrders, async (call) => {
    const { q, customerId, class: statusClass, needsAttention } = call.query
    const { condition } = searchOf(q, 'searchText', searchFields)
    return await orderPage(call, [
      ...ofVisibleCustomers(call),
      ...anyOf<'orders'>('customerId', customerId),
      ...anyOf<'orders'>('statusClass', statusClass),
      ...anyOf<'orders'>('needsAttention', needsAttention === undefined ? undefined : [needsAttention]),
      ...(condition ? [condition] : []),
    ])
  })

  handle(getOrder, async (call) => {
    const row = await call.store.get('orders', call.params.id)
    if (!row || !seesScope(call.identity, row.scopeId)) throw notFound()
    const customer = await visibleCustomer(call, row.customerId)
    const scope = await call.store.get('scopes', row.scopeId)
    const detail = (await call.store.get('orderDetails', row.id)) ?? emptyDetail
    const problemsOf = await recurringProblems(call, [row])
    return ok({ ...orderOf(row, customer, scope, problemsOf(row)), ...detail, id: row.id })
  })
}

type FilterQuery = Omit<QueryOf<typeof listCustomerOrders>, 'kind'>

async function orderPage(
  call: ReadCall<typeof listOrders> | ReadCall<typeof listCustomerOrders>,
  where: Condition<'orders'>[],
) {
  const query: FilterQuery = call.query
  const { rows, ...page } = await findPage(call, 'orders', {
    where: [
      ...where,
      ...orderFilters(query),
      ...(await orderCurrencies(call, query.currency)),
      ...inVisibleScopes<'orders'>(call.identity),
    ],
    sort: sortKeys(
      query.sort,
      { createdAt: 'createdAt', number: 'numberFolded', total: 'totalMinor', status: 'statusCode' },
      [{ field: 'createdAt', descending: true }],
    ),
  })
  const customers = await byId(
    call,
    'customers',
    rows.map(({ customerId }) => customerId),
  )
  const scopes = await byId(
    call,
    'scopes',
    rows.map(({ scopeId }) => scopeId),
  )
  const problemsOf = await recurringProblems(call, rows)
  return ok({
    items: rows.map((row) => orderOf(row, customers.get(row.customerId), scopes.get(row.scopeId), problemsOf(row))),
    ...page,
  })
}

function orderFilters(query: FilterQuery): Condition<'orders'>[] {
  const { totalMin, totalMax } = query
  const total: Condition<'orders'> = {
    op: 'range',
    field: 'totalMinor',
    ...(totalMin === undefined ? {} : { from: totalMin }),
    // The range ends before `to`, the filter after `totalMax`.
    ...(totalMax === undefined ? {} : { to: totalMax + 1 }),
  }
  return [
    ...anyOf<'orders'>('statusCode', query.status),
    ...anyOf<'orders'>('scopeId', query.scopeId),
    ...anyOf<'orders'>('numberFolded', query.number === undefined ? undefined : [foldText(query.number)]),
    ...between<'orders'>('createdAt', query.createdFrom, query.createdTo),
    ...(totalMin === undefined && totalMax === undefined ? [] : [total]),
  ]
}

function ofVisibleCustomers({ identity }: ReadCall): Condition<'orders'>[] {
  return visibleCustomers(identity).map((where) => ({
    op: 'exists',
    collection: 'customers',
    link: 'id',
    on: 'customerId',
    where,
  }))
}

async function byId<C extends 'customers' | 'scopes'>({ store }: ReadCall, collection: C, ids: string[]) {
  const rows = await store.getMany(collection, [...new Set(ids)])
  return new Map(rows.map((row) => [row.id, row]))
}

const emptyDetail = {
  subtotal: null,
  tax: null,
  shippingCost: null,
  billingAddress: null,
  messages: [],
  lines: [],
  shipments: [],
  payments: [],
  history: [],
}

function orderOf(
  row: OrderRow,
  customer: CustomerRow | undefined,
  scope: ScopeRow | undefined,
  problems: string[],
): OrderListItem {
  return {
    ...row,
    recurring: row.recurring && { ...row.recurring, problems },
    etag: etagOf(row),
    customer: {
      id: row.customerId,
      customerNumber: customer?.customerNumber ?? '',
      name: customer ? customerName(customer) : '',
    },
    scopeName: scope?.name ?? null,
    status: { code: row.statusCode, class: row.statusClass },
    total: orderTotal(row, scope),
  }
}
