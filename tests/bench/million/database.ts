import { mkdir } from 'node:fs/promises'
import { tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fillDatabase } from '#tests/bench/million/fill.ts'
import { startPostgres, type PostgresServer } from '#tests/postgres.ts'
import { Client } from 'pg'

/** Customers that are generated; fewer are quicker for trying out. */
export const customerCount = Number(process.env['BENCH_CUSTOMERS'] || 1_000_000)

/** Where the data stays between runs: about 6 GB. */
const folder = process.env['BENCH_FOLDER'] || join(tmpdir(), 'customer-workspace-million')

const gigabytes = Math.floor(totalmem() / 2 ** 30)

/** What anybody would set on a server with no spinning disk: a quarter of its memory, here of at most 16 GB, is the database's. */
const settings = {
  shared_buffers: `${Math.max(1, Math.min(4, Math.floor(gigabytes / 4)))}GB`,
  effective_cache_size: `${Math.max(2, Math.min(12, Math.floor(gigabytes / 2)))}GB`,
  work_mem: '32MB',
  random_page_cost: '1.1',
  max_wal_size: '4GB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  // The rows are vacuumed once, when all are there.
  autovacuum: 'off',
}

/** Creates the database at the first run. Its character type matters to the index of words: with `C` it knows only ASCII. */
async function ensureDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 1) return
    const order = `lc_ctype 'C.UTF-8' locale_provider icu icu_locale 'en'`
    await client.query(`create database "${name}" template template0 encoding 'UTF8' ${order}`)
  } finally {
    await client.end()
  }
}

/** Reads what lists look at into the memory of the server, as a day of work would. */
async function warmUp(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('create extension if not exists pg_prewarm')
    await client.query(
      `select pg_prewarm(oid) from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')
         and relname !~ '^(order_details|activities|customer_attributes)'`,
    )
  } finally {
    await client.end()
  }
}

/**
 * A PostgreSQL server with the generated customers, made at the first run and used again by later ones. A server that
 * `BENCH_DATABASE_URL` names is used instead, and filled if it is empty.
 */
export async function startMillion(say: (text: string) => void): Promise<PostgresServer> {
  const given = process.env['BENCH_DATABASE_URL']
  if (given) {
    await fillDatabase(given, customerCount, say)
    await warmUp(given).catch(() => say('the server has no pg_prewarm: its memory is as it was'))
    return { url: given, stop: async () => undefined }
  }
  await mkdir(folder, { recursive: true })
  const server = await startPostgres({ keptIn: join(folder, 'postgres'), settings })
  try {
    const name = `customers_${customerCount}`
    const url = new URL(server.url)
    url.pathname = name
    await ensureDatabase(server.url, name)
    await fillDatabase(url.href, customerCount, say)
    await warmUp(url.href)
    return { ...server, url: url.href }
  } catch (error) {
    await server.stop()
    throw error
  }
}
