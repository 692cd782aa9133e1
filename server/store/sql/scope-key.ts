import { getTableName, sql, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { AnyCondition } from '#server/store/any-condition.ts'
import { storableText } from '#server/store/storable.ts'
import { compileCondition, reachOf } from '#server/store/sql/compile-condition.ts'
import { scopeKeyColumn } from '#server/store/sql/schema/scope-key-column.ts'

const several = '*'
/** More scopes than this are looked for in the lists. */
const mostKeys = 20

/** What a condition asks, cut into parts that have no row in common. */
export interface ByScope {
  /** Rows of one key each, which an index finds. */
  keyed: SQL[][]
  /** Rows whose list of scopes is looked at. */
  mixed: SQL[]
  /** About as many rows as all of it. */
  estimated: SQL[]
  /** All of it as one condition, for rows that are met in some order: it fetches only what has several scopes. */
  met: SQL
}

/** The condition by the scopes it asks for; nothing where that is no help. */
export function byScope(table: PgTable, where: AnyCondition | undefined): ByScope | undefined {
  if (!where || getTableName(table) !== 'customers') return undefined
  const all = where.op === 'and' ? where.conditions : [where]
  const scoped = all.filter(isAboutScopes)
  const others = all.filter((one) => !isAboutScopes(one))
  // An index of texts would be read once for each scope, and other tables too.
  if (scoped.length === 0 || others.some((one) => reachOf(one) > 0 || isAboutText(one))) return undefined
  const [first = [], ...further] = scoped.map(keysOf)
  const keys = [...new Set(first)].filter((key) => further.every((some) => some.includes(key)))
  if (keys.length > mostKeys) return undefined
  const rest = others.map((one) => compileCondition(table, one))
  const column = sql`${table}.${sql.identifier(scopeKeyColumn)}`
  const hasSeveral = sql`${column} = ${several}::text`
  const isOneOf = sql`${column} = any(${sql.param(keys)}::text[])`
  const listed = { op: 'and', conditions: scoped } as const
  return {
    keyed: keys.map((key) => [sql`${column} = ${key}::text`].concat(rest)),
    mixed: [hasSeveral, compileCondition(table, listed), ...rest],
    estimated: [isOneOf, ...rest],
    met: allOf([sql`(${isOneOf} or (${hasSeveral} and ${lookedUp(table, listed)}))`, ...rest]),
  }
}

/** Asks the row itself by its id, so that an index is enough for all other rows. */
function lookedUp(table: PgTable, where: AnyCondition): SQL {
  const itself = { op: 'exists', collection: 'customers', link: 'id', where } as const
  return compileCondition(table, itself, { isProbing: true })
}

const allOf = (conditions: readonly SQL[]): SQL => sql.join([...conditions], sql` and `)

function isAboutScopes(condition: AnyCondition): boolean {
  if (condition.op === 'or') return condition.conditions.length > 0 && condition.conditions.every(isAboutScopes)
  return (condition.op === 'overlaps' || condition.op === 'empty') && condition.field === 'scopeIds'
}

/** Keys of the rows that fit, apart from those with several scopes. */
function keysOf(condition: AnyCondition): string[] {
  if (condition.op === 'or') return condition.conditions.flatMap(keysOf)
  return condition.op === 'overlaps' ? condition.values.map((value) => `=${storableText(value)}`) : ['']
}

function isAboutText(condition: AnyCondition): boolean {
  if (condition.op === 'and' || condition.op === 'or') return condition.conditions.some(isAboutText)
  if (condition.op === 'not') return isAboutText(condition.condition)
  return condition.op === 'contains'
}
