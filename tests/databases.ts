import { randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { inject } from 'vitest'
import { openDatabase } from '#server/store/sql/open-database.ts'
import { openInMemory } from '#server/store/sql/open-pglite.ts'
import type { OpenedDatabase } from '#server/store/sql/opened-database.ts'
import { createPostgresDatabase } from '#tests/postgres.ts'

/** An embedded database in memory, migrated and empty. */
export async function openTestPglite(): Promise<OpenedDatabase> {
  return openInMemory(await openAsBlob(inject('pgliteTemplate')))
}

/** A new database on the PostgreSQL server of this test run, migrated and empty. */
export async function openTestPostgres(): Promise<OpenedDatabase> {
  return openDatabase({ databaseUrl: await newPostgresDatabase(inject('postgresTemplate')) })
}

/** Address of a new database with nothing in it, or with what the copied one has. */
export async function newPostgresDatabase(copied?: string): Promise<string> {
  return createPostgresDatabase(inject('postgresUrl'), `test_${randomUUID()}`, copied)
}
