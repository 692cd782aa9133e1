import { getTableColumns, getTableName, sql, Subquery, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Scalar } from '#server/store/store.ts'
import type { CompiledSort, Part } from '#server/store/sql/compile-sort.ts'
import type { Database } from '#server/store/sql/database.ts'

/** When to take which way; others than the usual ones are for tests. */
export interface Ways {
  /** So many rows are sooner found by the condition and sorted than met in the order wanted. */
  few: number
  /** How far an index is followed before the other way is taken. */
  window: number
}

const usualWays: Ways = { few: 5000, window: 20_000 }

interface Reading {
  ways?: Ways | undefined
  compiled: CompiledSort
  condition: SQL | undefined
  after: readonly Scalar[] | undefined
  limit: number | undefined
}

interface Entry {
  row: Record<string, unknown>
  ranks: Record<string, number> | null
}

/**
 * The rows of a list with one more than the limit, if there are so many. There are two ways to them: to follow an index
 * in the order wanted and leave out what the condition refuses, or to find what the condition accepts and sort it. The
 * planner chooses by frequency alone; where a condition and an order have to do with each other, as status and last
 * sign-in may, it would follow an index to its end. So here the first way has an end, and the second way is next.
 */
export async function readParts(database: Database, table: PgTable, reading: Reading): Promise<Entry[]> {
  const { compiled, condition, after, limit, ways = usualWays } = reading
  const ranks: Record<string, SQL<number>> = Object.fromEntries(
    compiled.ranks.map((rank, index) => [index, rank.mapWith(Number)]),
  )
  const read = async (from: PgTable | Subquery, where: readonly SQL[], orderBy: readonly SQL[], atMost?: number) => {
    const select = database
      .select({ row: getTableColumns(table), ranks })
      .from(from)
      .where(allOf(where))
      .orderBy(...orderBy)
    return await (atMost === undefined ? select : select.limit(atMost))
  }
  const asked = condition ? [condition] : []
  if (limit === undefined) {
    const { after: begin, orderBy } = compiled.whole(after)
    return read(table, [...asked, ...begin], orderBy)
  }
  const collect = (part: Part, atMost: number) => {
    const all = allOf([...asked, ...part.where, ...part.after])
    return read(derived(table, sql`${whereOf(all)} offset 0`), [], part.orderBy, atMost)
  }
  const readPart = async (part: Part, missing: number): Promise<Entry[]> => {
    const { where, after: begin, orderBy } = part
    const order = sql.join([...orderBy], sql`, `)
    const isPlain =
      !condition ||
      (await isOrderedByIndex(database, table, sql`${whereOf(allOf([...asked, ...where]))} order by ${order} limit 1`))
    if (isPlain) return read(table, [...asked, ...where, ...begin], orderBy, missing)
    const near = sql`${whereOf(allOf([...where, ...begin]))} order by ${order} limit ${ways.window}`
    const met = await read(derived(table, near), asked, orderBy, missing)
    return met.length === missing ? met : collect(part, missing)
  }

  const isFew = condition && (await estimate(database, table, condition)) <= ways.few
  if (isFew) return collect(compiled.whole(after), limit + 1)
  const found: Entry[] = []
  for (const part of compiled.parts(after)) {
    const missing = limit + 1 - found.length
    if (missing <= 0) break
    found.push(...(await readPart(part, missing)))
  }
  return found
}

/** Part of a table under its own name, which is planned apart from what is asked of it. */
const derived = (table: PgTable, clauses: SQL): Subquery =>
  new Subquery(sql`select * from ${table} ${clauses}`, getTableColumns(table), getTableName(table))

interface Plan {
  'Plan Rows': number
}

async function explain(database: Database, table: PgTable, clauses: SQL): Promise<Plan | undefined> {
  const planned = await database.execute(sql`explain (format json) select 1 from ${table} ${clauses}`)
  const { rows } = planned as { rows: { 'QUERY PLAN': { Plan: Plan }[] }[] }
  return rows[0]?.['QUERY PLAN'][0]?.Plan
}

/** How many rows the planner believes to keep a condition. */
async function estimate(database: Database, table: PgTable, condition: SQL): Promise<number> {
  const plan = await explain(database, table, sql`where ${condition}`)
  return plan?.['Plan Rows'] ?? Infinity
}

/** Whether an index has just the rows that are asked for, in their order. */
async function isOrderedByIndex(database: Database, table: PgTable, clauses: SQL): Promise<boolean> {
  const plan = JSON.stringify(await explain(database, table, clauses))
  return !plan.includes('"Filter"') && !plan.includes('"Sort"')
}

const whereOf = (condition: SQL | undefined): SQL => (condition ? sql`where ${condition}` : sql``)

const allOf = (conditions: readonly SQL[]): SQL | undefined =>
  conditions.length === 0
    ? undefined
    : sql.join(
        conditions.map((condition) => sql`(${condition})`),
        sql` and `,
      )
