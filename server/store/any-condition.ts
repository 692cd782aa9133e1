import type { CollectionName } from '#server/store/rows.ts'
import type { Condition, MonthlyTotals, Query, Scalar, TotalsQuery } from '#server/store/store.ts'

/** A condition whose collection is known only at run time: what the stores interpret. Every `Condition<C>` is one. */
export type AnyCondition =
  | { op: 'in'; field: string; values: readonly Scalar[] }
  | { op: 'range'; field: string; from?: string | number; to?: string | number }
  | { op: 'contains' | 'prefix'; field: string; text: string }
  | { op: 'overlaps'; field: string; values: readonly string[] }
  | { op: 'empty'; field: string }
  | { op: 'exists'; collection: CollectionName; link: string; on?: string; where?: AnyCondition }
  | { op: 'and' | 'or'; conditions: readonly AnyCondition[] }
  | { op: 'not'; condition: AnyCondition }

export type AnySortKey = { field: string; descending?: boolean } | { rank: readonly AnyCondition[] }

/** The keys with the id behind them, in the direction of the last one: so one index serves both directions of a sort. */
export function withId(sort: readonly AnySortKey[]): AnySortKey[] {
  const last = sort.at(-1)
  return [...sort, { field: 'id', descending: last !== undefined && 'field' in last && last.descending === true }]
}

export interface AnyQuery {
  where?: AnyCondition
  sort?: readonly AnySortKey[]
  after?: readonly Scalar[]
  limit?: number
}

export interface AnyMonthlyTotals {
  where?: AnyCondition
  at: string
  sum: string
  by: readonly string[]
}

export interface AnyTotals {
  where?: AnyCondition
  by: readonly string[]
  sum?: readonly string[]
}

/** The looser view of a typed condition or query. */
export const looseCondition = <C extends CollectionName>(condition: Condition<C>) => condition as AnyCondition
export const looseQuery = <C extends CollectionName>(query: Query<C>) => query as AnyQuery
export const looseTotals = <C extends CollectionName>(totals: MonthlyTotals<C>) => totals as AnyMonthlyTotals
export const looseGroups = <C extends CollectionName>(query: TotalsQuery<C>) => query as AnyTotals
