import { and, count, eq, isNotNull, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { looseCondition, looseQuery, looseTotals, type AnyMonthlyTotals } from '#server/store/any-condition.ts'
import type { CollectionName, Rows } from '#server/store/rows.ts'
import { storableText } from '#server/store/storable.ts'
import type { Found, MonthTotal, Query, Reader, Scalar } from '#server/store/store.ts'
import type { Database } from '#server/store/sql/database.ts'
import { columnOf, compileCondition } from '#server/store/sql/compile-condition.ts'
import { compileSort } from '#server/store/sql/compile-sort.ts'
import { readParts, type Ways } from '#server/store/sql/read-parts.ts'
import { tables } from '#server/store/sql/schema/tables.ts'

export const tableOf = (collection: CollectionName): PgTable => tables[collection]

/** Reads through a database or a transaction of it. */
export function createSqlReader(database: Database, ways?: Ways): Reader {
  return {
    get: async (collection, id) => {
      const table = tableOf(collection)
      const found = await database.select().from(table).where(isId(table, id))
      return asRows(collection, found)[0]
    },
    getMany: async (collection, ids) => {
      if (ids.length === 0) return []
      const table = tableOf(collection)
      const where = compileCondition(table, { op: 'in', field: 'id', values: ids })
      return asRows(collection, await database.select().from(table).where(where))
    },
    find: async (collection, query) => find(database, collection, query, ways),
    count: async (collection, where, cap) => {
      const table = tableOf(collection)
      const counted = database
        .select({ one: sql`1`.as('one') })
        .from(table)
        .where(where && compileCondition(table, looseCondition(where)))
        .limit(cap + 1)
        .as('counted')
      const [answer] = await database.select({ value: count() }).from(counted)
      return answer?.value ?? 0
    },
    sumByMonth: async (collection, totals) => sumByMonth(database, tableOf(collection), looseTotals(totals)),
  }
}

export const isId = (table: PgTable, id: string) => eq(columnOf(table, 'id'), storableText(id))

/** The columns are checked against the row types where the tables are listed. */
export function asRows<C extends CollectionName>(_collection: C, rows: readonly unknown[]): Rows[C][] {
  return rows as Rows[C][]
}

async function find<C extends CollectionName>(
  database: Database,
  collection: C,
  query: Query<C>,
  ways: Ways | undefined,
): Promise<Found<C>> {
  const { where, sort = [], after, limit } = looseQuery(query)
  const table = tableOf(collection)
  const compiled = compileSort(table, sort)
  const condition = where && compileCondition(table, where)
  const found = await readParts(database, table, { compiled, condition, after, limit, ways })
  const page = found.slice(0, limit)
  const rows = asRows(
    collection,
    page.map((entry) => entry.row),
  )
  const last = page.at(-1)
  if (!last || found.length === page.length) return { rows }
  return { rows, next: compiled.valuesOf(last.row, Object.values(last.ranks ?? {})) }
}

async function sumByMonth(
  database: Database,
  table: PgTable,
  { where, at, sum, by }: AnyMonthlyTotals,
): Promise<MonthTotal[]> {
  const month = sql<string>`to_char(${columnOf(table, at)} at time zone 'UTC', 'YYYY-MM')`
  const summed = columnOf(table, sum)
  const group = Object.fromEntries(by.map((name) => [name, columnOf(table, name)]))
  const found = await database
    .select({ month, sum: sql`sum(${summed})`.mapWith(Number), count: count(), group })
    .from(table)
    .where(and(isNotNull(summed), where && compileCondition(table, where)))
    .groupBy(month, ...Object.values(group))
  return found.map((row) => Object.assign(row, { group: by.map((name) => (row.group[name] ?? null) as Scalar) }))
}
