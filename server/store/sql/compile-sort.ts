import { and, or, sql, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { AnySortKey } from '#server/store/any-condition.ts'
import type { Scalar } from '#server/store/store.ts'
import { comparable, parameterType } from '#server/store/sql/comparable.ts'
import { columnOf, compileCondition } from '#server/store/sql/compile-condition.ts'

/** One key to sort by, ready for `order by` and for "what comes after". */
interface Key {
  value: SQL
  orderBy: SQL
  equals(value: Scalar): SQL
  /** What comes later than the value in the order of this key; nothing when nothing can. */
  follows(value: Scalar): SQL | undefined
  /** A bound that all rows from the value on keep, for an index to use. */
  reaches(value: Scalar): SQL | undefined
}

export interface CompiledSort {
  orderBy: SQL[]
  /** Rows that come after the one with these values of the keys. */
  after(values: readonly Scalar[]): SQL
  /** Expressions of the ranks, which rows do not hold themselves. */
  ranks: SQL[]
  /** Values of the keys of a row, given those of the ranks. */
  valuesOf(row: Readonly<Record<string, unknown>>, ranks: readonly number[]): Scalar[]
}

/** Keyset order with the id as the last key. */
export function compileSort(table: PgTable, sort: readonly AnySortKey[]): CompiledSort {
  const all: AnySortKey[] = [...sort, { field: 'id' }]
  const keys = all.map((key) =>
    'field' in key ? fieldKey(columnOf(table, key.field), key.descending === true) : rankKey(table, key.rank),
  )
  const ranks = all.flatMap((key, index) => ('rank' in key ? [keys[index]?.value ?? sql`null`] : []))
  return {
    orderBy: keys.map((key) => key.orderBy),
    after: (values) => after(keys, values),
    ranks,
    valuesOf: (row, rankValues) => {
      let rank = 0
      return all.map((key) => {
        if ('field' in key) return (row[key.field] ?? null) as Scalar
        rank += 1
        return rankValues[rank - 1] ?? null
      })
    },
  }
}

/** `a > x or (a = x and (b > y or (b = y and …)))`, with a bound on the first key in front for the index. */
function after(keys: readonly Key[], values: readonly Scalar[]): SQL {
  const later = keys.reduceRight<SQL | undefined>((rest, key, index) => {
    const value = values[index] ?? null
    return or(key.follows(value), rest && and(key.equals(value), rest))
  }, undefined)
  return and(keys[0]?.reaches(values[0] ?? null), later) ?? sql`false`
}

function fieldKey(column: PgColumn, isDescending: boolean): Key {
  const direction = isDescending ? sql`desc` : sql`asc`
  const parameter = (value: Scalar): SQL => {
    const sent = comparable(column, value)
    if (sent === undefined) throw new RangeError(`${column.name} cannot be compared with ${String(value)}`)
    return sql`${sql.param(sent)}::${sql.raw(parameterType(column))}`
  }
  const orMissing = (condition: SQL) => (column.notNull ? condition : sql`(${condition} or ${column} is null)`)
  return {
    value: sql`${column}`,
    // Where nothing is missing, an index serves both directions as it is.
    orderBy: column.notNull ? sql`${column} ${direction}` : sql`${column} ${direction} nulls last`,
    equals: (value) => (value === null ? sql`${column} is null` : sql`${column} = ${parameter(value)}`),
    follows: (value) => {
      if (value === null) return undefined
      return orMissing(isDescending ? sql`${column} < ${parameter(value)}` : sql`${column} > ${parameter(value)}`)
    },
    reaches: (value) => {
      if (value === null) return sql`${column} is null`
      return orMissing(isDescending ? sql`${column} <= ${parameter(value)}` : sql`${column} >= ${parameter(value)}`)
    },
  }
}

function rankKey(table: PgTable, conditions: Extract<AnySortKey, { rank: unknown }>['rank']): Key {
  const cases = conditions.map(
    (condition, index) => sql`when ${compileCondition(table, condition)} then ${sql.raw(String(index))}`,
  )
  const last = sql.raw(`${conditions.length}::integer`)
  const value = cases.length > 0 ? sql`case ${sql.join(cases, sql` `)} else ${last} end` : last
  return {
    value,
    orderBy: sql`${value} asc`,
    equals: (rank) => sql`${value} = ${Number(rank)}::integer`,
    follows: (rank) => sql`${value} > ${Number(rank)}::integer`,
    reaches: () => undefined,
  }
}
