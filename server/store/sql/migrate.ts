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
  await run(migrations)
}
