import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { CollectionName } from '#server/store/rows.ts'
import { storable } from '#server/store/storable.ts'
import { DuplicateError } from '#server/store/store.ts'
import { compileCondition } from '#server/store/sql/compile-condition.ts'
import { conflictOf } from '#server/store/sql/conflict.ts'
import { tableOf } from '#server/store/sql/sql-reader.ts'
import type { Database } from '#server/store/sql/database.ts'

type PlainRow = Readonly<Record<string, unknown>> & { readonly id: string }

/** Keeps one statement well below the limits of both drivers, whatever the rows hold. */
const rowsAtOnce = 1000

/**
 * Inserts any number of rows. They travel as one JSON text a statement, so the number of parameters does not matter, and
 * a taken unique value is skipped and then reported, because an error would end the transaction around it.
 */
export async function insertRows(
  database: Database,
  collection: CollectionName,
  rows: readonly object[],
): Promise<void> {
  const inserted: string[] = []
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const part = storable(rows.slice(start, start + rowsAtOnce)) as PlainRow[]
    const ids = await insertPart(database, tableOf(collection), part)
    inserted.push(...ids)
    if (ids.length < part.length) await refuse(database, collection, part, ids, inserted)
  }
}

async function insertPart(database: Database, table: PgTable, rows: readonly PlainRow[]): Promise<string[]> {
  const columns = Object.entries(getTableColumns(table))
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  )
  const json = JSON.stringify(
    rows.map((row) => Object.fromEntries(columns.map(([member, column]) => [column.name, row[member]]))),
  )
  const result = await database.execute(sql`
    insert into ${table} (${names})
    select ${names} from json_populate_recordset(null::${sql.identifier(getTableName(table))}, ${json})
    on conflict do nothing returning id`)
  return (result as { rows: { id: string }[] }).rows.map((row) => row.id)
}

/** Takes the whole insertion back and says which row was refused, and why. */
async function refuse(
  database: Database,
  collection: CollectionName,
  rows: readonly PlainRow[],
  ids: readonly string[],
  inserted: readonly string[],
): Promise<never> {
  const table = tableOf(collection)
  const remaining = new Set(ids)
  for (const row of rows) {
    if (remaining.delete(row.id)) continue
    const conflict = await conflictOf(database, collection, row)
    await database.delete(table).where(compileCondition(table, { op: 'in', field: 'id', values: inserted }))
    throw new DuplicateError(collection, conflict?.field ?? 'id', conflict?.id ?? null)
  }
  throw new Error(`${collection} took fewer rows than it was given`)
}
