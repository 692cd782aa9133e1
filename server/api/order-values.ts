import { getHiddenRows, listOrderValues } from '#/contract/orders.ts'
import type { OrderValue } from '#/contract/orders.ts'
import { ok } from '#server/api/answer.ts'
import type { ReadCall, Registry } from '#server/api/call.ts'
import { allOf } from '#server/api/page.ts'
import { inVisibleScopes, visibleCustomer } from '#server/api/visibility.ts'
import type { Condition, MonthTotal } from '#server/store/store.ts'

const months = 24

export function registerOrderValues({ handle }: Registry): void {
  handle(listOrderValues, async (call) => {
    const { id } = await visibleCustomer(call, call.params.id)
    const where = allOf<'orders'>([
      { op: 'in', field: 'customerId', values: [id] },
      { op: 'not', condition: { op: 'in', field: 'kind', values: ['recurring'] } },
      { op: 'not', condition: { op: 'in', field: 'statusClass', values: ['canceled'] } },
      { op: 'range', field: 'createdAt', from: firstMonth(call.now) },
      ...inVisibleScopes<'orders'>(call.identity),
    ])
    const totals = await call.store.sumByMonth('orders', {
      ...(where ? { where } : {}),
      at: 'createdAt',
      sum: 'totalMinor',
      by: ['currency', 'scopeId'],
    })
    return ok({ items: orderValues(totals, await scopeCurrencies(call, totals)) })
  })

  handle(getHiddenRows, async (call) => {
    const { id } = await visibleCustomer(call, call.params.id)
    const hidden = <C extends 'orders' | 'carts'>(isOf: Condition<C>) => {
      const [visible] = inVisibleScopes<C>(call.identity)
      return visible && allOf<C>([isOf, { op: 'not', condition: visible }])
    }
    const orders = hidden<'orders'>({ op: 'in', field: 'customerId', values: [id] })
    const carts = hidden<'carts'>({
      op: 'and',
      conditions: [
        { op: 'in', field: 'customerId', values: [id] },
        { op: 'in', field: 'status', values: ['open'] },
        { op: 'range', field: 'lineCount', from: 1 },
      ],
    })
    return ok({
      orders: orders !== undefined && (await call.store.count('orders', orders, 0)) > 0,
      carts: carts !== undefined && (await call.store.count('carts', carts, 0)) > 0,
    })
  })
}

/** Beginning of the month from which on orders count: the present one is the last of 24. */
function firstMonth(now: string): string {
  const date = new Date(now)
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months + 1)).toISOString()
}

/** Orders without a currency count in that of their scope. */
async function scopeCurrencies({ store }: ReadCall, totals: readonly MonthTotal[]): Promise<Map<string, string>> {
  const missing = totals.flatMap(({ group: [currency, scopeId] }) => (currency === null ? [String(scopeId)] : []))
  const scopes = await store.getMany('scopes', [...new Set(missing)])
  return new Map(scopes.map((scope) => [scope.id, scope.currency]))
}

/** One value for each month and currency, the oldest first. What has no currency at all cannot be added to anything. */
function orderValues(totals: readonly MonthTotal[], currencyOfScope: ReadonlyMap<string, string>): OrderValue[] {
  const values = new Map<string, OrderValue>()
  for (const { month, group, sum, count } of totals) {
    const [own, scopeId] = group
    const currency = own === null ? currencyOfScope.get(String(scopeId)) : String(own)
    if (currency === undefined) continue
    const key = `${month} ${currency}`
    const value = values.get(key) ?? { month, currency, total: 0, count: 0 }
    values.set(key, { ...value, total: value.total + sum, count: value.count + count })
  }
  return [...values].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value)
}
