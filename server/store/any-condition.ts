import type { CollectionName } from '#server/store/rows.ts'
import type { Condition, MonthlyTotals, Query, Scalar } from '#server/store/store.ts'

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

/** The looser view of a typed condition or query. */
export const looseCondition = <C extends CollectionName>(condition: Condition<C>) => condition as AnyCondition
export const looseQuery = <C extends CollectionName>(query: Query<C>) => query as AnyQuery
export const looseTotals = <C extends CollectionName>(totals: MonthlyTotals<C>) => totals as AnyMonthlyTotals
