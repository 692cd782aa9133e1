import { index, uniqueIndex, type IndexBuilder, type ExtraConfigColumn } from 'drizzle-orm/pg-core'
import type { CollectionName } from '#server/store/rows.ts'
import { uniqueKeys } from '#server/store/store.ts'
import { snakeCase } from '#server/store/sql/column-kinds.ts'

type TableColumns = Record<string, ExtraConfigColumn>

/** One unique index for each unique key of the collection. */
export function uniqueIndexes(collection: keyof typeof uniqueKeys, table: TableColumns): IndexBuilder[] {
  const keys: Readonly<Record<string, readonly string[]>> = uniqueKeys[collection]
  return Object.entries(keys).map(([key, fields]) => {
    const [first, ...others] = fields.flatMap((field) => table[field] ?? [])
    if (!first) throw new Error(`the unique key ${key} of ${collection} names no column`)
    return uniqueIndex(`${snakeCase(collection)}_${snakeCase(key)}_unique`).on(first, ...others)
  })
}

/** For equality, ranges, beginnings of text, and sorting in both directions. */
export function sortedIndex(
  collection: CollectionName,
  ...[first, ...others]: [ExtraConfigColumn, ...ExtraConfigColumn[]]
): IndexBuilder {
  return index(indexName(collection, [first, ...others])).on(first, ...others)
}

/** For sorting by a column that may be missing, newest or greatest first and missing ones last. */
export const descendingIndex = (
  collection: CollectionName,
  column: ExtraConfigColumn,
  id: ExtraConfigColumn,
): IndexBuilder => index(indexName(collection, [column], 'desc')).on(column.desc().nullsLast(), id)

/** For sorting backwards by a column that is always there and that many rows share, so that the id counts. */
export const backwardIndex = (
  collection: CollectionName,
  column: ExtraConfigColumn,
  id: ExtraConfigColumn,
): IndexBuilder => index(indexName(collection, [column], 'backward')).on(column.desc().nullsFirst(), id)

/** For text found anywhere in the column. */
export const searchIndex = (collection: CollectionName, column: ExtraConfigColumn): IndexBuilder =>
  index(indexName(collection, [column], 'search')).using('gin', column.op('gin_trgm_ops'))

/** For lists that share a value. */
export const listIndex = (collection: CollectionName, column: ExtraConfigColumn): IndexBuilder =>
  index(indexName(collection, [column])).using('gin', column)

function indexName(collection: CollectionName, columns: readonly ExtraConfigColumn[], suffix = 'index'): string {
  return [snakeCase(collection), ...columns.map((column) => column.name), suffix].join('_')
}
