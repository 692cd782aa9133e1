import { getTableColumns, getTableName, sql, Subquery, type SQL } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { AnyCondition } from '#server/store/any-condition.ts'
import type { Scalar } from '#server/store/store.ts'
import { columnOf, compileCondition, reachOf } from '#server/store/sql/compile-condition.ts'
import type { CompiledSort, Part } from '#server/store/sql/compile-sort.ts'
import type { Database } from '#server/store/sql/database.ts'
import { planOf, type QueryPlan } from '#server/store/sql/query-plan.ts'
import { byScope, type ByScope } from '#server/store/sql/scope-key.ts'

/** When to take which way; others than the usual ones are for tests. */
export interface Ways {
  /** So many rows are sooner found by the condition and sorted than met in the order wanted. */
  few: number
  /** How far an index is followed before the other way is taken, if its rows have to be fetched. */
  window: number
}

export const usualWays: Ways = { few: 8000, window: 20_000 }

interface Reading {
  ways?: Ways | undefined
  compiled: CompiledSort
  where: AnyCondition | undefined
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
 * sign-in may, it would follow an index to its end. So here the first way has an end, and the second way is next. Customers
 * of some scopes are read scope by scope, where that is possible.
 */
export async function readParts(database: Database, table: PgTable, reading: Reading): Promise<Entry[]> {
  const { compiled, where, after, limit, ways = usualWays } = reading
  const asked = where ? [compileCondition(table, where)] : []
  const reach = where ? reachOf(where) : 0
  const read = rowReader(database, table, compiled.ranks)
  const whole = compiled.whole(after)
  if (limit === undefined) return read([{ from: table, where: [...asked, ...whole.after] }], whole.orderBy)
  const found = (conditions: readonly SQL[], parts: readonly Part[]): Source => ({
    from: derived(table, sql`${whereOf([...conditions, anyOf(parts)])} offset 0`),
    where: [],
  })
  const scopes = compiled.ranks.length === 0 ? await scopesOf(database, table, where, ways) : undefined
  const collect = (parts: readonly Part[], orderBy: readonly SQL[], atMost: number) =>
    read(
      (scopes ? [...scopes.keyed, scopes.mixed] : [asked]).map((each) => found(each, parts)),
      orderBy,
      atMost,
    )
  /** The rows of a part, or nothing when it took too long to come by them. */
  const follow = async (part: Part, atMost: number): Promise<Entry[] | undefined> => {
    const direct = (conditions: readonly SQL[]): Source => ({
      from: table,
      where: [...conditions, ...part.where, ...part.after],
    })
    if (!where) return read([direct([])], part.orderBy, atMost)
    const order = sql`order by ${sql.join([...part.orderBy], sql`, `)}`
    const usual = scopes?.keyed[0] ?? asked
    const plan = await planOf(database, table, sql`${whereOf([...usual, ...part.where])} ${order} limit 1`)
    if (plan.isOrderedByIndex) {
      const sources = scopes ? [...scopes.keyed.map(direct), found(scopes.mixed, [part])] : [direct(asked)]
      return read(sources, part.orderBy, atMost)
    }
    const bounds = boundsOf(table, where, part.field).map((bound) => compileCondition(table, bound))
    const near = sql`${whereOf([...bounds, ...part.where, ...part.after])} ${order} limit ${windowOf(plan, ways, reach)}`
    const fits = scopes?.met ?? compileCondition(table, where, { isProbing: true })
    const met = await read([{ from: derived(table, near), where: [fits] }], part.orderBy, atMost)
    return met.length === atMost ? met : undefined
  }

  if (where && (await planOf(database, table, whereOf(scopes?.estimated ?? asked))).rows <= fewOf(ways, where)) {
    return collect([whole], whole.orderBy, limit + 1)
  }
  const entries: Entry[] = []
  const parts = compiled.parts(after)
  for (const [index, part] of parts.entries()) {
    const missing = limit + 1 - entries.length
    if (missing <= 0) break
    const met = await follow(part, missing)
    if (met) entries.push(...met)
    else if (compiled.ranks.length > 0) entries.push(...(await collect([part], part.orderBy, missing)))
    // What has no value is found along with what has one.
    else return [...entries, ...(await collect(parts.slice(index), whole.orderBy, missing))]
  }
  return entries
}

/** The condition by its scopes, where the customers of several scopes are so few that they can be found at once. */
async function scopesOf(
  database: Database,
  table: PgTable,
  where: AnyCondition | undefined,
  { few }: Ways,
): Promise<ByScope | undefined> {
  const scopes = byScope(table, where)
  if (!scopes || scopes.keyed.length === 0) return undefined
  // The usual ways differ from those of tests, which take each of them.
  return few < 0 || (await planOf(database, table, whereOf(scopes.mixed))).rows <= few ? scopes : undefined
}

/** What the planner believes of several conditions, of which one is about another table, is often far too little. */
function fewOf({ few }: Ways, where: AnyCondition): number {
  const isSingle = where.op !== 'and' && reachOf(where) === 1
  return isSingle || reachOf(where) === 0 ? few : few / 8
}

/** How far to follow an index: about as long as finding and sorting would take, which is the next thing to do. */
function windowOf({ isIndexOnly, unlimitedRows }: QueryPlan, { few, window }: Ways, reach: number): number {
  // To look into another table takes as long as to fetch two rows.
  const longest = reach > 0 ? window / 2 : window
  if (reach > 0 || !isIndexOnly) return Math.ceil(Math.min(longest, Math.max(few / 8, unlimitedRows)))
  return Math.ceil(Math.max(window, unlimitedRows > 10 * window ? unlimitedRows : unlimitedRows / 3))
}

/** What is in one of the parts. */
const anyOf = (parts: readonly Part[]): SQL =>
  sql.join(
    parts.map((part) => allOf([...part.where, ...part.after]) ?? sql`true`),
    sql` or `,
  )

/**
 * What a condition asks of the field that comes first in an order, and of those that come before it in an index: no
 * index has to be followed beyond that.
 */
function boundsOf(table: PgTable, condition: AnyCondition, field: string | undefined): AnyCondition[] {
  if (field === undefined) return []
  const all = condition.op === 'and' ? condition.conditions : [condition]
  const ranges = all.filter((one) => (one.op === 'range' || one.op === 'prefix') && one.field === field)
  const equalities = new Map(
    all.flatMap((one) => (one.op === 'in' && one.values.length === 1 ? [[columnOf(table, one.field).name, one]] : [])),
  )
  const leading = leadingColumns(table, columnOf(table, field).name, (name) => equalities.has(name))
  return [...leading.flatMap((name) => equalities.get(name) ?? []), ...ranges]
}

/** The columns before another one in the index that has most of them, if all of them fit. */
function leadingColumns(table: PgTable, column: string, fits: (name: string) => boolean): string[] {
  const leading = getTableConfig(table).indexes.map(({ config }) => {
    const names = config.columns.map((each) => ('name' in each ? String(each.name) : ''))
    return names.slice(0, Math.max(0, names.indexOf(column)))
  })
  return leading
    .filter((names) => names.every(fits))
    .reduce((most, names) => (names.length > most.length ? names : most), [])
}

/** Part of a table under its own name, which is planned apart from what is asked of it. */
const derived = (table: PgTable, clauses: SQL): Subquery =>
  new Subquery(sql`select * from ${table} ${clauses}`, getTableColumns(table), getTableName(table))

interface Source {
  from: PgTable | Subquery
  where: readonly SQL[]
}

/**
 * Reads rows with their ranks, from sources that have none in common. Of a limited number it finds the ids first, for
 * which an index may be enough.
 */
function rowReader(database: Database, table: PgTable, ranks: readonly SQL[]) {
  const id = columnOf(table, 'id')
  const columns = {
    row: getTableColumns(table),
    ranks: Object.fromEntries(ranks.map((rank, index) => [index, rank.mapWith(Number)])),
  }
  return async (sources: readonly Source[], orderBy: readonly SQL[], atMost?: number): Promise<Entry[]> => {
    const [{ from, where } = { from: table, where: [] }] = sources
    if (atMost === undefined) {
      const all = database.select(columns).from(from).where(allOf(where))
      return all.orderBy(...orderBy)
    }
    const wanted = sources.map((source) => {
      const ids = database.select({ id }).from(source.from).where(allOf(source.where))
      return sql`${ids.orderBy(...orderBy).limit(atMost)}`
    })
    const found = new Subquery(sql.join(wanted, sql` union all `), { id }, 'found')
    const rows = database
      .select(columns)
      .from(table)
      .innerJoin(found, sql`${id} = found.id`)
    return rows.orderBy(...orderBy).limit(atMost)
  }
}

const whereOf = (conditions: readonly SQL[]): SQL => {
  const all = allOf(conditions)
  return all ? sql`where ${all}` : sql``
}

const allOf = (conditions: readonly SQL[]): SQL | undefined =>
  conditions.length === 0
    ? undefined
    : sql.join(
        conditions.map((condition) => sql`(${condition})`),
        sql` and `,
      )
