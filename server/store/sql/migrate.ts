import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import type { MigrationConfig } from 'drizzle-orm/migrator'
import { DatabaseUnusableError, sqlErrorOf } from '#server/store/sql/sql-error.ts'
import type { Database } from '#server/store/sql/database.ts'

/** Steps forward only; generated from the schema, see docs/operating.md. */
const migrations: MigrationConfig = { migrationsFolder: fileURLToPath(new URL('migrations', import.meta.url)) }

/** Brings tables and indexes up to date. Several processes may not do this at once. */
export async function migrateDatabase(
  database: Database,
  run: (config: MigrationConfig) => Promise<unknown>,
): Promise<void> {
  try {
    await database.execute(sql`create extension if not exists pg_trgm`)
  } catch (error) {
    const { code = '', message = '' } = sqlErrorOf(error) ?? {}
    throw new DatabaseUnusableError(
      `The extension pg_trgm is missing and cannot be added (${message}): have an administrator install it and run "create extension pg_trgm" in this database.`,
      code,
    )
  }
  const before = await stepsOf(database)
  await run(migrations)
  // A step may have written a table anew, and nobody counts that: indexes alone are enough only after a vacuum.
  if (before > 0 && (await stepsOf(database)) > before) await database.execute(sql`vacuum customers, orders`)
}

/** How many steps were taken; none in a new database. */
async function stepsOf(database: Database): Promise<number> {
  const known = await database.execute(sql`select to_regclass('drizzle.__drizzle_migrations') is not null as known`)
  if (!rowsOf<{ known: boolean }>(known)[0]?.known) return 0
  const counted = await database.execute(sql`select count(*)::integer as steps from drizzle.__drizzle_migrations`)
  return rowsOf<{ steps: number }>(counted)[0]?.steps ?? 0
}

const rowsOf = <T>(result: unknown) => (result as { rows: T[] }).rows
