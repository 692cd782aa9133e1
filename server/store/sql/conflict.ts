import { and, sql } from 'drizzle-orm'
import type { CollectionName } from '#server/store/rows.ts'
import { uniqueKeys, type Scalar } from '#server/store/store.ts'
import { compileCondition, columnOf } from '#server/store/sql/compile-condition.ts'
import { isId, tableOf } from '#server/store/sql/sql-reader.ts'
import type { Database } from '#server/store/sql/database.ts'

/** Unique keys of a collection by name. */
const keysOf = (collection: CollectionName): Readonly<Record<string, readonly string[]>> =>
  collection in uniqueKeys ? uniqueKeys[collection as keyof typeof uniqueKeys] : {}

/** Members that a unique key of the collection rests on. */
export const uniqueFields = (collection: CollectionName): string[] => Object.values(keysOf(collection)).flat()

/** The first unique value of the row that another row has: its id counts when the row is new. */
export async function conflictOf(
  database: Database,
  collection: CollectionName,
  row: Readonly<Record<string, unknown>> & { readonly id: string },
  { isNew = true } = {},
): Promise<{ field: string; id: string } | undefined> {
  const table = tableOf(collection)
  const id = columnOf(table, 'id')
  if (isNew) {
    const [same] = await database.select({ id }).from(table).where(isId(table, row.id))
    if (same) return { field: 'id', id: row.id }
  }
  for (const [field, members] of Object.entries(keysOf(collection))) {
    const values = members.map((member) => (row[member] ?? null) as Scalar)
    if (values.includes(null)) continue
    const equal = members.map((member, index) =>
      compileCondition(table, { op: 'in', field: member, values: [values[index] ?? null] }),
    )
    const [other] = await database
      .select({ id: sql<string>`${id}` })
      .from(table)
      .where(and(...equal, sql`${id} <> ${row.id}`))
    if (other) return { field, id: other.id }
  }
  return undefined
}
