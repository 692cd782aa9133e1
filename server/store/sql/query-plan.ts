import { sql, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Database } from '#server/store/sql/database.ts'

interface PlanNode {
  'Plan Rows': number
  Plans?: PlanNode[]
}

/** What the planner would do with a query, and what it believes of its rows. */
export interface QueryPlan {
  rows: number
  /** Rows that there would be without the limit of the query. */
  unlimitedRows: number
  /** An index has just the rows that are asked for, in their order. */
  isOrderedByIndex: boolean
  /** Indexes have all that is asked: many rows can be looked at in the time of fetching one. */
  isIndexOnly: boolean
}

const fetching = /"Node Type":"(Index Scan|Bitmap Heap Scan|Seq Scan)"/

/** The plan for rows of a table; `clauses` is everything after `from`. */
export async function planOf(database: Database, table: PgTable, clauses: SQL): Promise<QueryPlan> {
  const planned = await database.execute(sql`explain (format json) select 1 from ${table} ${clauses}`)
  const { rows } = planned as { rows: { 'QUERY PLAN': { Plan: PlanNode }[] }[] }
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan
  if (!plan) return { rows: Infinity, unlimitedRows: Infinity, isOrderedByIndex: false, isIndexOnly: false }
  const text = JSON.stringify(plan)
  return {
    rows: plan['Plan Rows'],
    unlimitedRows: plan.Plans?.[0]?.['Plan Rows'] ?? plan['Plan Rows'],
    isOrderedByIndex: !text.includes('"Filter"') && !text.includes('"Sort"'),
    isIndexOnly: !fetching.test(text),
  }
}
