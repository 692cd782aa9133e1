import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Pool, type PoolClient } from 'pg'
import { createChangeSignal } from '#server/store/change-signal.ts'
import { listenForChanges } from '#server/store/sql/listen-for-changes.ts'
import { migrateDatabase } from '#server/store/sql/migrate.ts'
import type { OpenedDatabase } from '#server/store/sql/opened-database.ts'
import { DatabaseUnusableError, sqlErrorOf } from '#server/store/sql/sql-error.ts'
import { createSqlStore } from '#server/store/sql/sql-store.ts'

const oldestMajor = 15
/** Any number, as long as every process uses the same for migrating. */
const migrationLock = 7_301_962_118

/** A PostgreSQL server, or a service that is compatible with one. */
export async function openPostgres(databaseUrl: string): Promise<OpenedDatabase> {
  const pool = new Pool({
    connectionString: databaseUrl,
    application_name: 'customer-workspace',
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    // Compiling a query takes longer than any of these runs.
    onConnect: (client) => {
      // In front of the first query: a connection takes one at a time, in their order.
      client.query('set jit = off').catch(() => undefined)
    },
  })
  // A lost idle connection is replaced when the next one is needed.
  pool.on('error', () => undefined)
  const signal = createChangeSignal(() => listening.start())
  const listening = listenForChanges(databaseUrl, () => signal.tell())
  let closing: Promise<unknown> | undefined
  const close = async () => {
    closing ??= Promise.all([listening.stop(), pool.end()])
    await closing
  }
  try {
    await prepare(pool)
  } catch (error) {
    await close()
    throw error
  }
  return {
    store: createSqlStore(drizzle({ client: pool }), { close, signal }),
    description: `PostgreSQL at ${placeOf(databaseUrl)}`,
    ping: async () => {
      await pool.query('select 1')
    },
    close,
  }
}

async function prepare(pool: Pool): Promise<void> {
  const client = await connect(pool)
  try {
    await checkVersion(client)
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    const database = drizzle({ client })
    await migrateDatabase(database, (config) => migrate(database, config))
    await client.query('select pg_advisory_unlock($1)', [migrationLock])
    client.release()
  } catch (error) {
    // Ends the session, and the lock with it.
    client.release(true)
    throw error
  }
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    const { code, message } = sqlErrorOf(error) ?? { code: 'ETIMEDOUT', message: String(error) }
    throw new DatabaseUnusableError(`The database cannot be reached: ${message}`, code, { cause: error })
  }
}

async function checkVersion(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`)
  const major = Math.floor(Number(rows[0]?.version) / 10_000)
  if (major >= oldestMajor) return
  throw new DatabaseUnusableError(
    `PostgreSQL ${major} is too old: version ${oldestMajor} or newer is needed.`,
    'tooOld',
  )
}

/** Host and name of the database, never the account. */
function placeOf(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl)
  return `${host}${pathname}`
}
