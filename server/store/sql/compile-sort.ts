import { and, or, sql, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { withId, type AnySortKey } from '#server/store/any-condition.ts'
import type { Scalar } from '#server/store/store.ts'
import { comparable, parameterType } from '#server/store/sql/comparable.ts'
import { columnOf, compileCondition } from '#server/store/sql/compile-condition.ts'

/** One key to sort by, ready for `order by` and for "what comes after". */
interface Key {
  /** The member, if it is one. */
  field?: string
  value: SQL
  orderBy: SQL
  equals(value: Scalar): SQL
  /** What comes later than the value in the order of this key; nothing when nothing can. */
  follows(value: Scalar): SQL | undefined
  /** A bound that all rows from the value on keep, for an index to use. */
  reaches(value: Scalar): SQL | undefined
  /** Of a member that is there in every row: its direction, and a value of it. */
  present?: { isDescending: boolean; parameter(value: Scalar): SQL }
  /** The rows in groups that follow one another; without them they are one. */
  groups?: readonly Group[]
}

/** Rows that all have the same value of a key, or still have to be sorted by it. */
type Group = { where: SQL; value: Scalar } | { where: SQL; key: Key }

/** Rows that follow one another in an order that an index can have. */
export interface Part {
  /** The member that comes first in the order, if it is one. */
  field: string | undefined
  /** What makes the part. */
  where: SQL[]
  /** Where it begins, if not at its first row. */
  after: SQL[]
  orderBy: SQL[]
}

export interface CompiledSort {
  /** All rows, or those that come after the one with these values of the keys, part after part. */
  parts(after?: readonly Scalar[]): Part[]
  /** The same as one part, which has to be sorted: for rows that are few. */
  whole(after?: readonly Scalar[]): Part
  /** Expressions of the ranks, which rows do not hold themselves. */
  ranks: SQL[]
  /** Values of the keys of a row, given those of the ranks. */
  valuesOf(row: Readonly<Record<string, unknown>>, ranks: readonly number[]): Scalar[]
}

/** Keyset order with the id as the last key. */
export function compileSort(table: PgTable, sort: readonly AnySortKey[]): CompiledSort {
  const all = withId(sort)
  const keys = all.map((key) =>
    'field' in key ? fieldKey(table, key.field, key.descending === true) : rankKey(table, key.rank),
  )
  const ranks = all.flatMap((key, index) => ('rank' in key ? [keys[index]?.value ?? sql`null`] : []))
  return {
    parts: (after) => partsOf(keys, after),
    whole: (after) => wholeOf(keys, after),
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

/**
 * Ranks and missing values make no order that an index has, so each rank is a part, and so are the rows without a value.
 * Only keys in front are split: behind another one there would be a part for each of its values.
 */
function partsOf(keys: readonly Key[], after: readonly Scalar[] | undefined): Part[] {
  const [first, ...others] = keys
  if (!first?.groups) return [wholeOf(keys, after)]
  const { groups } = first
  const start = after
    ? groups.findIndex((group) => ('value' in group ? group.value === after[0] : after[0] !== null))
    : 0
  return groups.slice(start).flatMap((group, index) => {
    const rest = index === 0 ? after : undefined
    const parts = 'value' in group ? partsOf(others, rest?.slice(1)) : partsOf([group.key, ...others], rest)
    return parts.map(({ where, ...part }) => Object.assign(part, { where: [group.where, ...where] }))
  })
}

const wholeOf = (keys: readonly Key[], after: readonly Scalar[] | undefined): Part => ({
  field: keys[0]?.field,
  where: [],
  after: after ? [following(keys, after)] : [],
  orderBy: keys.map(({ orderBy }) => orderBy),
})

/** `a > x or (a = x and (b > y or (b = y and …)))`, with a bound on the first key in front for the index. */
function following(keys: readonly Key[], values: readonly Scalar[]): SQL {
  const compared = rowsCompared(keys, values)
  if (compared) return compared
  const later = keys.reduceRight<SQL | undefined>((rest, key, index) => {
    const value = values[index] ?? null
    return or(key.follows(value), rest && and(key.equals(value), rest))
  }, undefined)
  return and(keys[0]?.reaches(values[0] ?? null), later) ?? sql`false`
}

/** `(a, b) > (x, y)`, which an index goes to at once; nothing unless all keys are there and go the same way. */
function rowsCompared(keys: readonly Key[], values: readonly Scalar[]): SQL | undefined {
  const isDescending = keys[0]?.present?.isDescending
  const sides = keys.flatMap(({ value, present }, index) => {
    const bound = values[index] ?? null
    return present?.isDescending === isDescending && present && bound !== null
      ? [{ value, bound: present.parameter(bound) }]
      : []
  })
  if (sides.length < keys.length) return undefined
  const list = (parts: readonly SQL[]) => sql`(${sql.join([...parts], sql`, `)})`
  const [row, bounds] = [list(sides.map(({ value }) => value)), list(sides.map(({ bound }) => bound))]
  return isDescending ? sql`${row} < ${bounds}` : sql`${row} > ${bounds}`
}

function fieldKey(
  table: PgTable,
  field: string,
  isDescending: boolean,
  isPresent = columnOf(table, field).notNull,
): Key {
  const column = columnOf(table, field)
  const direction = isDescending ? sql`desc` : sql`asc`
  const parameter = (value: Scalar): SQL => {
    const sent = comparable(column, value)
    if (sent === undefined) throw new RangeError(`${column.name} cannot be compared with ${String(value)}`)
    return sql`${sql.param(sent)}::${sql.raw(parameterType(column))}`
  }
  const orMissing = (condition: SQL) => (isPresent ? condition : sql`(${condition} or ${column} is null)`)
  return {
    field,
    value: sql`${column}`,
    // Where nothing is missing, an index serves both directions as it is.
    orderBy: isPresent ? sql`${column} ${direction}` : sql`${column} ${direction} nulls last`,
    equals: (value) => (value === null ? sql`${column} is null` : sql`${column} = ${parameter(value)}`),
    follows: (value) => {
      if (value === null) return undefined
      return orMissing(isDescending ? sql`${column} < ${parameter(value)}` : sql`${column} > ${parameter(value)}`)
    },
    reaches: (value) => {
      if (value === null) return sql`${column} is null`
      return orMissing(isDescending ? sql`${column} <= ${parameter(value)}` : sql`${column} >= ${parameter(value)}`)
    },
    ...(isPresent
      ? { present: { isDescending, parameter } }
      : {
          groups: [
            { where: sql`${column} is not null`, key: fieldKey(table, field, isDescending, true) },
            { where: sql`${column} is null`, value: null },
          ],
        }),
  }
}

function rankKey(table: PgTable, conditions: Extract<AnySortKey, { rank: unknown }>['rank']): Key {
  const compiled = conditions.map((condition) => compileCondition(table, condition))
  const cases = compiled.map((condition, index) => sql`when ${condition} then ${sql.raw(String(index))}`)
  const last = sql.raw(`${conditions.length}::integer`)
  const value = cases.length > 0 ? sql`case ${sql.join(cases, sql` `)} else ${last} end` : last
  const noneOf = (some: readonly SQL[]) => some.map((condition) => sql`(${condition}) is not true`)
  const groups = [...compiled, sql`true`].map((condition, index) => ({
    where: sql.join([sql`(${condition})`, ...noneOf(compiled.slice(0, index))], sql` and `),
    value: index,
  }))
  return {
    value,
    orderBy: sql`${value} asc`,
    equals: (rank) => sql`${value} = ${Number(rank)}::integer`,
    follows: (rank) => sql`${value} > ${Number(rank)}::integer`,
    reaches: () => undefined,
    groups,
  }
}
