import type { AnyCondition } from '#server/store/any-condition.ts'
import type { CollectionName } from '#server/store/rows.ts'
import { storableText } from '#server/store/storable.ts'
import type { Scalar } from '#server/store/store.ts'
import { comparePresent } from '#mocks/compare-scalars.ts'
import { scalarOf, type MemoryRow, type MemoryTable } from '#mocks/memory-table.ts'

export type Tables = (collection: CollectionName) => MemoryTable
export type Matches = (row: MemoryRow) => boolean

const stored = <T extends Scalar | undefined>(value: T) => (typeof value === 'string' ? storableText(value) : value)

/** What decides whether a row satisfies the condition. */
export function compileCondition(condition: AnyCondition | undefined, tables: Tables): Matches {
  if (!condition) return () => true
  switch (condition.op) {
    case 'in': {
      const values = new Set(condition.values.map((value) => stored(value)))
      return (row) => values.has(scalarOf(row, condition.field))
    }
    case 'range':
      return compileRange(condition.field, stored(condition.from), stored(condition.to))
    case 'contains':
      return compileText(condition, (value, text) => value.includes(text))
    case 'prefix':
      return compileText(condition, (value, text) => value.startsWith(text))
    case 'overlaps': {
      const values = new Set<unknown>(condition.values.map((value) => storableText(value)))
      return (row) => listOf(row, condition.field).some((item) => values.has(item))
    }
    case 'empty':
      return (row) => listOf(row, condition.field).length === 0
    case 'exists':
      return compileExists(condition, tables)
    case 'and': {
      const all = condition.conditions.map((part) => compileCondition(part, tables))
      return (row) => all.every((matches) => matches(row))
    }
    case 'or': {
      const any = condition.conditions.map((part) => compileCondition(part, tables))
      return (row) => any.some((matches) => matches(row))
    }
    default: {
      const matches = compileCondition(condition.condition, tables)
      return (row) => !matches(row)
    }
  }
}

function listOf(row: MemoryRow, field: string): readonly unknown[] {
  const value = row[field]
  return Array.isArray(value) ? value : []
}

function compileRange(field: string, from: string | number | undefined, to: string | number | undefined): Matches {
  return (row) => {
    const value = scalarOf(row, field)
    if (value === null) return false
    return (
      (from === undefined || comparePresent(value, from) >= 0) && (to === undefined || comparePresent(value, to) < 0)
    )
  }
}

function compileText(
  { field, text }: { field: string; text: string },
  holds: (value: string, text: string) => boolean,
): Matches {
  const wanted = storableText(text)
  return (row) => {
    const value = row[field]
    return typeof value === 'string' && holds(value, wanted)
  }
}

function compileExists(condition: Extract<AnyCondition, { op: 'exists' }>, tables: Tables): Matches {
  const { collection, link, on = 'id', where } = condition
  const links = linksOf(condition, tables)
  if (links) return (row) => links.has(scalarOf(row, on))
  const table = tables(collection)
  const matches = compileCondition(where, tables)
  return (row) => {
    const value = scalarOf(row, on)
    if (value === null) return false
    for (const id of idsLinked(table, link, value)) {
      const other = table.rows.get(id)
      if (other && matches(other)) return true
    }
    return false
  }
}

function idsLinked(table: MemoryTable, link: string, value: Scalar): Iterable<string> {
  return link === 'id' ? [String(value)] : table.idsWith(link, value)
}

/** Values of `link` among the other rows that satisfy `where`, when an index leads to those rows. */
function linksOf(
  { collection, link, where }: Extract<AnyCondition, { op: 'exists' }>,
  tables: Tables,
): Set<Scalar> | undefined {
  const ids = candidateIds(collection, where, tables)
  if (!ids) return undefined
  const { rows } = tables(collection)
  const matches = compileCondition(where, tables)
  const links = new Set<Scalar>()
  for (const id of ids) {
    const row = rows.get(id)
    if (row && matches(row)) links.add(scalarOf(row, link))
  }
  links.delete(null)
  return links
}

/** Ids among which every row that satisfies the condition is found by an index; nothing when only a scan finds them. */
export function candidateIds(
  collection: CollectionName,
  condition: AnyCondition | undefined,
  tables: Tables,
): ReadonlySet<string> | undefined {
  if (condition?.op === 'in') return idsWithAny(tables(collection), condition.field, condition.values)
  if (condition?.op === 'exists') {
    const links = linksOf(condition, tables)
    return links && idsWithAny(tables(collection), condition.on ?? 'id', [...links])
  }
  if (condition?.op === 'and') {
    const sets = condition.conditions.flatMap((part) => candidateIds(collection, part, tables) ?? [])
    return sets.reduce<ReadonlySet<string> | undefined>((a, b) => (a && a.size <= b.size ? a : b), undefined)
  }
  if (condition?.op === 'or') {
    const sets = condition.conditions.map((part) => candidateIds(collection, part, tables))
    return sets.every((set) => set !== undefined) ? union(sets) : undefined
  }
  return undefined
}

function idsWithAny(table: MemoryTable, field: string, values: readonly Scalar[]): ReadonlySet<string> {
  const wanted = values.map((value) => stored(value))
  if (field === 'id') return new Set(wanted.filter((value) => typeof value === 'string'))
  return union(wanted.map((value) => table.idsWith(field, value)))
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const [only, ...others] = sets
  if (only && others.length === 0) return only
  const all = new Set<string>()
  for (const set of sets) for (const id of set) all.add(id)
  return all
}
