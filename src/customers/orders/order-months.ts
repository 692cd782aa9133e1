import type { OrderValue } from '#/contract/orders.ts'

export interface OrderMonth {
  /** `YYYY-MM` */
  month: string
  total: number
  count: number
}

/** The last months up to the present one, in UTC, with what was ordered in one currency. */
export function orderMonths(
  values: readonly OrderValue[],
  currency: string,
  length: number,
  now = Date.now(),
): OrderMonth[] {
  const found = new Map(values.flatMap((value) => (value.currency === currency ? [[value.month, value]] : [])))
  const today = new Date(now)
  return Array.from({ length }, (_, index) => {
    const first = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - (length - 1 - index))
    const month = new Date(first).toISOString().slice(0, 7)
    const { total = 0, count = 0 } = found.get(month) ?? {}
    return { month, total, count }
  })
}

/** Currencies by number of orders, the most used one first. */
export function usedCurrencies(values: readonly OrderValue[]): string[] {
  const counts = new Map<string, number>()
  for (const { currency, count } of values) counts.set(currency, (counts.get(currency) ?? 0) + count)
  return [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([currency]) => currency)
}
