import type { AnyMonthlyTotals } from '#server/store/any-condition.ts'
import type { CollectionName } from '#server/store/rows.ts'
import type { MonthTotal } from '#server/store/store.ts'
import { matchingRows } from '#mocks/find-rows.ts'
import type { Tables } from '#mocks/match-condition.ts'
import { scalarOf } from '#mocks/memory-table.ts'

/** Matching rows counted and added up by month of an instant and by the values of some members. */
export function sumRowsByMonth(
  collection: CollectionName,
  { where, at, sum, by }: AnyMonthlyTotals,
  tables: Tables,
): MonthTotal[] {
  const totals = new Map<string, MonthTotal>()
  for (const row of matchingRows(collection, where, tables)) {
    const amount = scalarOf(row, sum)
    if (typeof amount !== 'number') continue
    const month = String(scalarOf(row, at)).slice(0, 7)
    const group = by.map((name) => scalarOf(row, name))
    const key = JSON.stringify([month, ...group])
    const total = totals.get(key) ?? { month, group, sum: 0, count: 0 }
    totals.set(key, { ...total, sum: total.sum + amount, count: total.count + 1 })
  }
  return [...totals.values()]
}
