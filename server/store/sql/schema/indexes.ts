import { sql } from 'drizzle-orm'
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

/**
 * For reading in an order, either way, what is asked by other columns too: the index carries them along, so that rows
 * that do not fit are not fetched. Many are passed over in the time that fetching one takes.
 */
export function coveringIndex(
  collection: CollectionName,
  order: readonly ExtraConfigColumn[],
  carried: readonly ExtraConfigColumn[],
  /** Columns that the database makes from others. */
  generated: readonly string[] = [],
  /** Behind the name of one that is not of all rows. */
  suffix = '',
): IndexBuilder {
  const columns = carried.filter((column) => !order.includes(column)).map(({ name }) => name)
  const names = [...columns, ...generated].map((name) => `"${name}"`)
  const [first, ...others] = order.slice(0, -1)
  const last = order.at(-1)
  if (!first || !last) throw new Error(`an order of ${collection} needs two columns`)
  // Drizzle knows no `include`; an expression is taken over as it stands.
  const end = sql.raw(`"${last.name}") INCLUDE (${names.join(',')}`)
  return index(`${snakeCase(collection)}_list_by_${first.name}${suffix}`).on(first, ...others, end)
}

/** The same in the order of a column that the database makes from others, and then of two more. */
export function generatedIndex(
  collection: CollectionName,
  generated: string,
  [second, last]: readonly [ExtraConfigColumn, ExtraConfigColumn],
  carried: readonly ExtraConfigColumn[],
): IndexBuilder {
  const names = carried.map(({ name }) => `"${name}"`)
  const end = sql.raw(`"${last.name}") INCLUDE (${names.join(',')}`)
  return index(`${snakeCase(collection)}_list_by_${generated}`).on(sql.raw(`"${generated}"`), second, end)
}

/** For text found anywhere in the column. */
export const searchIndex = (collection: CollectionName, column: ExtraConfigColumn): IndexBuilder =>
  index(indexName(collection, [column], 'search')).using('gin', column.op('gin_trgm_ops'))

/** For lists that share a value. */
export const listIndex = (collection: CollectionName, column: ExtraConfigColumn): IndexBuilder =>
  index(indexName(collection, [column])).using('gin', column)

function indexName(collection: CollectionName, columns: readonly ExtraConfigColumn[], suffix = 'index'): string {
  return [snakeCase(collection), ...columns.map((column) => column.name), suffix].join('_')
}
