import { and, getTableColumns, getTableName, or, sql, type SQL } from 'drizzle-orm'
import { alias, type PgColumn, type PgTable } from 'drizzle-orm/pg-core'
import type { AnyCondition } from '#server/store/any-condition.ts'
import { storableText } from '#server/store/storable.ts'
import type { Scalar } from '#server/store/store.ts'
import { comparable, isText, parameterType } from '#server/store/sql/comparable.ts'
import { tables } from '#server/store/sql/schema/tables.ts'
import { beginsWithSign, signPattern } from '#server/store/sql/schema/word-signs.ts'

/** The column of a member; conditions never name others. */
export function columnOf(table: PgTable, field: string): PgColumn {
  const column: PgColumn | undefined = getTableColumns(table)[field]
  if (!column) throw new TypeError(`${getTableName(table)} has no member ${field}`)
  return column
}

interface Compiling {
  /** Rows of other tables are looked up row by row, which is best where few rows are looked at; else they are joined. */
  isProbing?: boolean
  depth?: number
}

/**
 * The condition as SQL. A part about a missing value may be NULL: among `and`, `or` and in `where` that works as false,
 * and a negation asks for "is not true", so the answer is two-valued.
 */
export function compileCondition(table: PgTable, condition: AnyCondition, how: Compiling = {}): SQL {
  switch (condition.op) {
    case 'in':
      return compileIn(columnOf(table, condition.field), condition.values)
    case 'range':
      return compileRange(columnOf(table, condition.field), condition)
    case 'contains':
      return compileContains(columnOf(table, condition.field), condition.text)
    case 'prefix':
      return compileLike(columnOf(table, condition.field), `${escapeLike(condition.text)}%`)
    case 'overlaps':
      return sql`${columnOf(table, condition.field)} && ${sql.param(condition.values.map(storableText))}::text[]`
    case 'empty':
      return sql`${columnOf(table, condition.field)} = '{}'::text[]`
    case 'exists':
      return compileExists(table, condition, how)
    case 'and':
      return and(...condition.conditions.map((part) => compileCondition(table, part, how))) ?? sql`true`
    case 'or':
      return or(...condition.conditions.map((part) => compileCondition(table, part, how))) ?? sql`false`
    default: {
      const denied = compileCondition(table, condition.condition, how)
      // Never NULL, and in this form a join that the planner knows.
      return condition.condition.op === 'exists' && !how.isProbing ? sql`not ${denied}` : sql`(${denied}) is not true`
    }
  }
}

function compileIn(column: PgColumn, values: readonly Scalar[]): SQL {
  const present = values.flatMap((value) => comparable(column, value) ?? [])
  const type = sql.raw(parameterType(column))
  // A single value keeps the order of an index that begins with the column.
  const equal =
    present.length === 1
      ? sql`${column} = ${sql.param(present[0])}::${type}`
      : sql`${column} = any(${sql.param(present)}::${type}[])`
  if (!values.includes(null)) return present.length > 0 ? equal : sql`false`
  return present.length > 0 ? sql`(${column} is null or ${equal})` : sql`${column} is null`
}

function compileRange(column: PgColumn, { from, to }: { from?: string | number; to?: string | number }): SQL {
  const bounds = [
    ...(from === undefined ? [] : [sql`${column} >= ${boundary(column, from)}`]),
    ...(to === undefined ? [] : [sql`${column} < ${boundary(column, to)}`]),
  ]
  return and(...bounds) ?? sql`${column} is not null`
}

function boundary(column: PgColumn, value: string | number): SQL {
  // For whole numbers x ≥ 1.5 is x ≥ 2, and x < 1.5 is x < 2.
  const bound = typeof value === 'number' && parameterType(column) === 'bigint' ? Math.ceil(value) : value
  const parameter = comparable(column, bound)
  if (parameter === undefined) throw new RangeError(`${column.name} cannot be compared with ${String(value)}`)
  return sql`${sql.param(parameter)}::${sql.raw(parameterType(column))}`
}

const escapeLike = (text: string) => storableText(text).replace(/[\\%_]/g, String.raw`\$&`)

/**
 * An index of texts has a list for each three letters in a row, and reads all lists of what is looked for. Emails end
 * alike, so their lists are long: the index is asked for what stands before the `@`, the rows for the whole text.
 */
function compileContains(column: PgColumn, text: string): SQL {
  const whole = `%${escapeLike(text)}%`
  if (column.name === 'search_text' && getTableName(column.table) === 'customers' && beginsWithSign.test(text)) {
    return sql`(${compileLike(column, whole)} and ${column} ~ ${sql.raw(signPattern)})`
  }
  const [, telling] = /([^\s@]{6,12})@/.exec(text) ?? []
  const like = compileLike(column, whole)
  if (telling === undefined || !isText(column)) return like
  return sql`(${compileLike(column, `%${escapeLike(telling)}@%`)} and (${column} || '') like ${sql.param(whole)})`
}

const compileLike = (column: PgColumn, pattern: string) =>
  isText(column) ? sql`${column} like ${sql.param(pattern)}` : sql`false`

function compileExists(table: PgTable, condition: Extract<AnyCondition, { op: 'exists' }>, how: Compiling): SQL {
  const { depth = 0, isProbing = false } = how
  const { collection, link, on = 'id', where } = condition
  const other: PgTable = tables[collection]
  const name = `other_${depth}`
  const aliased = alias(other, name)
  const linked = sql`${columnOf(aliased, link)} = ${columnOf(table, on)}`
  const matching = where ? and(linked, compileCondition(aliased, where, { isProbing, depth: depth + 1 })) : linked
  const found = sql`select 1 from ${other} as ${sql.identifier(name)} where ${matching}`
  // Of this form the planner makes no join.
  return isProbing ? sql`(${found} limit 1) is not null` : sql`exists (${found})`
}

/** Some of the rows that `exists` asks for: those of not more than so many rows of the other table. */
export function compileSomeLinked(
  table: PgTable,
  { collection, link, on = 'id', where }: Extract<AnyCondition, { op: 'exists' }>,
  atMost: number,
): SQL {
  const other: PgTable = tables[collection]
  const aliased = alias(other, 'other_0')
  const matching = where ? sql`where ${compileCondition(aliased, where, { depth: 1 })}` : sql``
  const some = sql`select ${columnOf(aliased, link)} as link from ${other} as other_0 ${matching} limit ${atMost}`
  return sql`${columnOf(table, on)} in (select link from (${some}) as linked)`
}

/** How many tables away the condition looks: 0 when it is about the row alone. */
export function reachOf(condition: AnyCondition): number {
  if (condition.op === 'and' || condition.op === 'or') return Math.max(0, ...condition.conditions.map(reachOf))
  if (condition.op === 'not') return reachOf(condition.condition)
  if (condition.op !== 'exists') return 0
  return 1 + (condition.where ? reachOf(condition.where) : 0)
}
