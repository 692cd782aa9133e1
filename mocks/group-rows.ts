import type { AnyTotals } from '#server/store/any-condition.ts'
import type { CollectionName } from '#server/store/rows.ts'
import type { GroupTotal } from '#server/store/store.ts'
import { matchingRows } from '#mocks/find-rows.ts'
import type { Tables } from '#mocks/match-condition.ts'
import { scalarOf } from '#mocks/memory-table.ts'

/** Matching rows counted and added up by the values of some members. */
export function groupRows(
  collection: CollectionName,
  { where, by, sum = [] }: AnyTotals,
  tables: Tables,
): GroupTotal[] {
  const totals = new Map<string, GroupTotal>()
  for (const row of matchingRows(collection, where, tables)) {
    const group = by.map((name) => scalarOf(row, name))
    const key = JSON.stringify(group)
    const { count, sums } = totals.get(key) ?? { count: 0, sums: sum.map(() => 0) }
    const added = sums.map((value, index) => value + Number(scalarOf(row, sum[index] ?? '') ?? 0))
    totals.set(key, { group, count: count + 1, sums: added })
  }
  return [...totals.values()]
}
