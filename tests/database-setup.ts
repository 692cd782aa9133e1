import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '#server/store/sql/open-database.ts'
import { openInMemory } from '#server/store/sql/open-pglite.ts'
import { createPostgresDatabase, startPostgres } from '#tests/postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the PostgreSQL server of this test run. */
    postgresUrl: string
    /** Name of a migrated database on it to copy. */
    postgresTemplate: string
    /** A migrated embedded database to copy, because making one takes seconds. */
    pgliteTemplate: string
  }
}

/** Starts what the tests against real databases share, once a test run; answers what ends it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'pglite-'))
  const template = join(folder, 'template.tar')
  const [server] = await Promise.all([startPostgres(), dumpTemplate(template)])
  const migrated = 'migrated'
  const database = await openDatabase({ databaseUrl: await createPostgresDatabase(server.url, migrated) })
  await database.close()
  project.provide('postgresUrl', server.url)
  project.provide('postgresTemplate', migrated)
  project.provide('pgliteTemplate', template)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true })
  }
}

async function dumpTemplate(file: string): Promise<void> {
  const database = await openInMemory()
  const dump = await database.dump()
  await writeFile(file, Buffer.from(await dump.arrayBuffer()))
  await database.close()
}
