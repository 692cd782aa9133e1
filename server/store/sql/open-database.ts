import { openDataFolder, openInMemory } from '#server/store/sql/open-pglite.ts'
import { openPostgres } from '#server/store/sql/open-postgres.ts'
import type { OpenedDatabase } from '#server/store/sql/opened-database.ts'

/** Opens and migrates the database at the address, else in the folder, else in memory. */
export async function openDatabase({
  databaseUrl,
  dataDir,
}: {
  databaseUrl?: string
  dataDir?: string
}): Promise<OpenedDatabase> {
  if (databaseUrl !== undefined) return openPostgres(databaseUrl)
  return dataDir === undefined ? openInMemory() : openDataFolder(dataDir)
}
