import { withId, type AnyQuery, type AnySortKey } from '#server/store/any-condition.ts'
import type { CollectionName } from '#server/store/rows.ts'
import type { Scalar } from '#server/store/store.ts'
import { compareSorted } from '#mocks/compare-scalars.ts'
import { candidateIds, compileCondition, type Tables } from '#mocks/match-condition.ts'
import { scalarOf, type MemoryRow } from '#mocks/memory-table.ts'

interface Entry {
  id: string
  /** Values of the sort keys, then the id. */
  values: Scalar[]
}
type Order = (a: readonly Scalar[], b: readonly Scalar[]) => number

/** Beyond this many wanted rows sorting them all is quicker than keeping the best ones sorted. */
const keepSortedUpTo = 1000

/** Rows that satisfy the condition, in no particular order. */
export function* matchingRows(
  collection: CollectionName,
  where: AnyQuery['where'],
  tables: Tables,
): Generator<MemoryRow, void, undefined> {
  const { rows } = tables(collection)
  const matches = compileCondition(where, tables)
  const ids = candidateIds(collection, where, tables)
  if (!ids) {
    for (const row of rows.values()) if (matches(row)) yield row
    return
  }
  for (const id of ids) {
    const row = rows.get(id)
    if (row && matches(row)) yield row
  }
}

/** Ids of one page of the rows that satisfy a query, and where it ended. */
export function findRows(
  collection: CollectionName,
  { where, sort = [], after, limit = Number.POSITIVE_INFINITY }: AnyQuery,
  tables: Tables,
): { ids: string[]; next?: Scalar[] } {
  const valuesOf = compileSort(sort, tables)
  const order = orderOf(sort)
  const found: Entry[] = []
  for (const row of matchingRows(collection, where, tables)) {
    const entry = { id: row.id, values: valuesOf(row) }
    if (after && order(entry.values, after) <= 0) continue
    if (limit <= keepSortedUpTo) keepBest(found, entry, limit + 1, order)
    else found.push(entry)
  }
  if (limit > keepSortedUpTo) found.sort((a, b) => order(a.values, b.values))
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const ids = page.map((entry) => entry.id)
  return last && found.length > page.length ? { ids, next: last.values } : { ids }
}

function compileSort(sort: readonly AnySortKey[], tables: Tables): (row: MemoryRow) => Scalar[] {
  const readers = sort.map((key) => {
    if ('field' in key) return (row: MemoryRow) => scalarOf(row, key.field)
    const ranks = key.rank.map((condition) => compileCondition(condition, tables))
    return (row: MemoryRow) => {
      const rank = ranks.findIndex((matches) => matches(row))
      return rank === -1 ? ranks.length : rank
    }
  })
  return (row) => [...readers.map((read) => read(row)), row.id]
}

function orderOf(sort: readonly AnySortKey[]): Order {
  const descending = withId(sort).map((key) => 'field' in key && key.descending === true)
  return (a, b) => {
    for (let index = 0; index < descending.length; index += 1) {
      const result = compareSorted(a[index] ?? null, b[index] ?? null, descending[index] === true)
      if (result !== 0) return result
    }
    return 0
  }
}

/** Puts the entry in its place among the first `size` ones, or drops it. */
function keepBest(best: Entry[], entry: Entry, size: number, order: Order): void {
  const worst = best.at(-1)
  if (worst && best.length >= size && order(entry.values, worst.values) > 0) return
  let low = 0
  let high = best.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const there = best[middle]
    if (there && order(there.values, entry.values) < 0) low = middle + 1
    else high = middle
  }
  best.splice(low, 0, entry)
  if (best.length > size) best.pop()
}
