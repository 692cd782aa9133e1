import type { Page, Total } from '#/contract/common.ts'
import type { ReadCall } from '#server/api/call.ts'
import { listHash, parseCursor, printCursor } from '#server/api/cursor.ts'
import { storableInstant } from '#server/api/instants.ts'
import { isStorable } from '#server/api/validation.ts'
import type { CollectionName, Rows } from '#server/store/rows.ts'
import type { Condition, Field, Scalar, SortKey } from '#server/store/store.ts'

export const defaultLimit = 50
export const countedTo = 10_000

export interface PagingQuery {
  limit?: number | undefined
  cursor?: string | undefined
  count?: boolean | undefined
}

interface Rules<C extends CollectionName> {
  where: readonly Condition<C>[]
  sort: readonly SortKey<C>[]
  limit?: number
}

/** One page of rows as the paging parameters of the call ask for it, and what a page carries beside its items. */
export async function findPage<C extends CollectionName>(
  call: ReadCall,
  collection: C,
  { where, sort, limit = defaultLimit }: Rules<C>,
): Promise<{ rows: Rows[C][] } & Omit<Page<never>, 'items'>> {
  const query = call.query as PagingQuery
  const hash = await hashOf(call)
  const condition = allOf(where)
  const after = query.cursor ? parseCursor(query.cursor, hash, (values) => fits(sort, values)) : undefined
  const [{ rows, next }, counted] = await Promise.all([
    call.store.find(collection, {
      ...(condition ? { where: condition } : {}),
      sort,
      limit: query.limit ?? limit,
      ...(after ? { after } : {}),
    }),
    query.count ? call.store.count(collection, condition, countedTo) : undefined,
  ])
  return {
    rows,
    ...(next ? { next: printCursor(hash, next) } : {}),
    ...(counted === undefined ? {} : { total: totalOf(counted) }),
  }
}

const hashOf = (call: ReadCall) =>
  listHash(call.endpoint.name, new URL(call.request.url).pathname, call.query as object)

/** A count as it is answered. */
export function totalOf(counted: number): Total {
  return counted > countedTo ? { value: countedTo, relation: 'gte' } : { value: counted, relation: 'eq' }
}

/** The conditions as one; nothing when there is none. */
export function allOf<C extends CollectionName>(conditions: readonly Condition<C>[]): Condition<C> | undefined {
  return conditions.length > 1 ? { op: 'and', conditions } : conditions[0]
}

const numericFields = new Set([
  'totalMinor',
  'outstandingMinor',
  'amountMinor',
  'priceMinor',
  'itemQuantity',
  'orderCount',
  'displayOrder',
  'customerVersion',
])
/** Also a day, which some columns hold. */
const instant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d\.\d{3}Z)?$/

/** A cursor that somebody changed by hand must not reach the database. */
function fits<C extends CollectionName>(sort: readonly SortKey<C>[], values: readonly Scalar[]): boolean {
  const id = values.at(-1)
  if (values.length !== sort.length + 1 || typeof id !== 'string' || !isStorable(id)) return false
  return sort.every((key, index) => fitsKey(key, values[index] ?? null))
}

function fitsKey<C extends CollectionName>(key: SortKey<C>, value: Scalar): boolean {
  if ('rank' in key) return Number.isSafeInteger(value)
  if (value === null) return true
  if (numericFields.has(key.field)) return typeof value === 'number'
  if (key.field === 'at' || key.field.endsWith('At'))
    return typeof value === 'string' && instant.test(value) && !Number.isNaN(Date.parse(value))
  return typeof value === 'string' && isStorable(value)
}

/** Sort keys for `sort=-a,b`; `fields` maps the names of the contract to the fields of rows. */
export function sortKeys<C extends CollectionName, Name extends string>(
  sort: string | undefined,
  fields: Record<Name, Field<C>>,
  fallback: readonly SortKey<C>[],
): readonly SortKey<C>[] {
  if (!sort) return fallback
  return sort.split(',').map((part) => {
    const descending = part.startsWith('-')
    return { field: fields[part.replace('-', '') as Name], descending }
  })
}

/** Conditions for a repeated parameter: any of its values. */
export function anyOf<C extends CollectionName>(
  field: Field<C>,
  values: readonly Scalar[] | undefined,
): Condition<C>[] {
  return values ? [{ op: 'in', field, values }] : []
}

/** A range of instants; a date counts from its beginning in UTC. */
export function between<C extends CollectionName>(
  field: Field<C>,
  from: string | undefined,
  to: string | undefined,
): Condition<C>[] {
  if (!from && !to) return []
  const instantOf = (text: string) => storableInstant(Date.parse(text))
  return [{ op: 'range', field, ...(from ? { from: instantOf(from) } : {}), ...(to ? { to: instantOf(to) } : {}) }]
}
