import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { lockDataFolder } from '#server/store/sql/data-folder-lock.ts'
import { migrateDatabase } from '#server/store/sql/migrate.ts'
import type { OpenedDatabase } from '#server/store/sql/opened-database.ts'
import { createSqlStore } from '#server/store/sql/sql-store.ts'

const unfinished = 'postgres.unfinished'

/** PostgreSQL within this process, in a folder that it locks. */
export async function openDataFolder(folder: string): Promise<OpenedDatabase> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const unlock = lockDataFolder(folder)
  try {
    const postgres = join(folder, 'postgres')
    if (!existsSync(postgres)) await createCluster(folder, postgres)
    const client = await PGlite.create({ dataDir: postgres, extensions: { pg_trgm } })
    return await openPglite(client, `embedded PostgreSQL in ${folder}`, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

/** Makes the files of a new database aside, so that a process killed meanwhile leaves none that look complete. */
async function createCluster(folder: string, postgres: string): Promise<void> {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(unfinished)) rmSync(join(folder, name), { recursive: true })
  }
  const aside = join(folder, unfinished)
  const client = await PGlite.create({ dataDir: aside, extensions: { pg_trgm } })
  await client.close()
  renameSync(aside, postgres)
}

/** PostgreSQL within this process and its memory; `template` is a dump to begin with. */
export async function openInMemory(template?: Blob): Promise<OpenedDatabase & { dump(): Promise<Blob> }> {
  const client = await PGlite.create({ extensions: { pg_trgm }, ...(template && { loadDataDir: template }) })
  return {
    ...(await openPglite(client, 'embedded PostgreSQL in memory')),
    dump: async () => client.dumpDataDir('none'),
  }
}

async function openPglite(client: PGlite, description: string, onClosed?: () => void): Promise<OpenedDatabase> {
  const database = drizzle({ client })
  let closing: Promise<void> | undefined
  const close = async () => {
    closing ??= client.close().finally(() => onClosed?.())
    return closing
  }
  await migrateDatabase(database, (config) => migrate(database, config))
  return {
    store: createSqlStore(database, { close }),
    description,
    ping: async () => {
      await client.query('select 1')
    },
    close,
  }
}
