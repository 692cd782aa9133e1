import { and, getTableColumns, getTableName, or, sql, type SQL } from 'drizzle-orm'
import { alias, type PgColumn, type PgTable } from 'drizzle-orm/pg-core'
import type { AnyCondition } from '#server/store/any-condition.ts'
import { storableText } from '#server/store/storable.ts'
import type { Scalar } from '#server/store/store.ts'
import { comparable, isText, parameterType } from '#server/store/sql/comparable.ts'
import { tables } from '#server/store/sql/schema/tables.ts'

/** The column of a member; conditions never name others. */
export function columnOf(table: PgTable, field: string): PgColumn {
  const column: PgColumn | undefined = getTableColumns(table)[field]
  if (!column) throw new TypeError(`${getTableName(table)} has no member ${field}`)
  return column
}

/**
 * The condition as SQL. A part about a missing value may be NULL: among `and`, `or` and in `where` that works as false,
 * and a negation asks for "is not true", so the answer is two-valued.
 */
export function compileCondition(table: PgTable, condition: AnyCondition, depth = 0): SQL {
  switch (condition.op) {
    case 'in':
      return compileIn(columnOf(table, condition.field), condition.values)
    case 'range':
      return compileRange(columnOf(table, condition.field), condition)
    case 'contains':
      return compileLike(columnOf(table, condition.field), `%${escapeLike(condition.text)}%`)
    case 'prefix':
      return compileLike(columnOf(table, condition.field), `${escapeLike(condition.text)}%`)
    case 'overlaps':
      return sql`${columnOf(table, condition.field)} && ${sql.param(condition.values.map(storableText))}::text[]`
    case 'empty':
      return sql`cardinality(${columnOf(table, condition.field)}) = 0`
    case 'exists':
      return compileExists(table, condition, depth)
    case 'and':
      return and(...condition.conditions.map((part) => compileCondition(table, part, depth))) ?? sql`true`
    case 'or':
      return or(...condition.conditions.map((part) => compileCondition(table, part, depth))) ?? sql`false`
    default: {
      const denied = compileCondition(table, condition.condition, depth)
      // Never NULL, and in this form a join that the planner knows.
      return condition.condition.op === 'exists' ? sql`not ${denied}` : sql`(${denied}) is not true`
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

const compileLike = (column: PgColumn, pattern: string) =>
  isText(column) ? sql`${column} like ${sql.param(pattern)}` : sql`false`

function compileExists(table: PgTable, condition: Extract<AnyCondition, { op: 'exists' }>, depth: number): SQL {
  const { collection, link, on = 'id', where } = condition
  const other: PgTable = tables[collection]
  const name = `other_${depth}`
  const aliased = alias(other, name)
  const linked = sql`${columnOf(aliased, link)} = ${columnOf(table, on)}`
  const matching = where ? and(linked, compileCondition(aliased, where, depth + 1)) : linked
  return sql`exists (select 1 from ${other} as ${sql.identifier(name)} where ${matching})`
}
