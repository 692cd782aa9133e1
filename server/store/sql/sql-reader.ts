import { and, count, eq, isNotNull, sql, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import {
  looseCondition,
  looseGroups,
  looseQuery,
  looseTotals,
  type AnyCondition,
  type AnyMonthlyTotals,
  type AnyTotals,
} from '#server/store/any-condition.ts'
import type { CollectionName, Rows } from '#server/store/rows.ts'
import { storableText } from '#server/store/storable.ts'
import type { Found, GroupTotal, MonthTotal, Query, Reader, Scalar } from '#server/store/store.ts'
import type { Database } from '#server/store/sql/database.ts'
import { columnOf, compileCondition, compileSomeLinked, reachOf } from '#server/store/sql/compile-condition.ts'
import { compileSort } from '#server/store/sql/compile-sort.ts'
import { planOf } from '#server/store/sql/query-plan.ts'
import { readParts, usualWays, type Ways } from '#server/store/sql/read-parts.ts'
import { byScope } from '#server/store/sql/scope-key.ts'
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
    count: async (collection, where, cap) =>
      countRows(database, tableOf(collection), where && looseCondition(where), { cap, ways }),
    sumByMonth: async (collection, totals) => sumByMonth(database, tableOf(collection), looseTotals(totals)),
    totals: async (collection, query) => totalsOf(database, tableOf(collection), looseGroups(query)),
  }
}

async function countRows(
  database: Database,
  table: PgTable,
  condition: AnyCondition | undefined,
  { cap, ways = usualWays }: { cap: number; ways?: Ways | undefined },
): Promise<number> {
  const countAny = async (parts: readonly (SQL | undefined)[]) => {
    const rows = parts.map(
      (part) =>
        sql`${database
          .select({ one: sql`1` })
          .from(table)
          .where(part)
          .limit(cap + 1)}`,
    )
    const counted = sql`(select 1 from (${sql.join(rows, sql` union all `)}) as found limit ${cap + 1}) as counted`
    const [answer] = await database.select({ value: count() }).from(counted)
    return answer?.value ?? 0
  }
  const scopes = byScope(table, condition)
  if (scopes) return countAny([...scopes.keyed, scopes.mixed].map((each) => and(...each)))
  const compiled = condition && compileCondition(table, condition, { isProbing: lacks(condition) })
  if (condition?.op === 'exists') {
    // Of a great many rows of another table a part is enough to count to the end.
    const plan = await planOf(database, table, sql`where ${compiled}`)
    const some = compileSomeLinked(table, condition, 4 * (cap + 1))
    const counted = plan.rows > 4 * ways.few ? await countAny([some]) : 0
    if (counted > cap) return counted
  }
  return countAny([compiled])
}

/** Whether rows are asked for that other tables have nothing about: those are many, and joining would find all others. */
function lacks(condition: AnyCondition): boolean {
  const all = condition.op === 'and' ? condition.conditions : [condition]
  return all.some((one) => one.op === 'not' && reachOf(one) > 0)
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
  const found = await readParts(database, table, { compiled, where, after, limit, ways })
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

async function totalsOf(database: Database, table: PgTable, { where, by, sum = [] }: AnyTotals): Promise<GroupTotal[]> {
  const group = Object.fromEntries(by.map((name) => [name, columnOf(table, name)]))
  const sums = Object.fromEntries(
    sum.map((name) => [name, sql`coalesce(sum(${columnOf(table, name)}), 0)`.mapWith(Number)]),
  )
  const found = await database
    .select({ count: count(), group, sums })
    .from(table)
    .where(where && compileCondition(table, where))
    .groupBy(...(by.length > 0 ? Object.values(group) : [sql`()`]))
  const counted = found.filter((row) => row.count > 0)
  return counted.map((row) => ({
    group: by.map((name) => (row.group[name] ?? null) as Scalar),
    count: row.count,
    sums: sum.map((name) => row.sums[name] ?? 0),
  }))
}
