import { setTimeout as delay } from 'node:timers/promises'
import { randomInt } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEvents, type EventReader } from '#tests/event-reader.ts'
import { startPostgres, type PostgresServer } from '#tests/postgres.ts'
import {
  aSandbox,
  cookieOf,
  send,
  signIn,
  startServer,
  type Sandbox,
  type ServerProcess,
} from '#tests/server/server-process.ts'

const writers = 4
const writesOfEach = 60
const readers = 3

let postgres: PostgresServer
let sandbox: Sandbox
let servers: ServerProcess[]
let cookie: string
beforeAll(async () => {
  ;[postgres, sandbox] = await Promise.all([startPostgres(), aSandbox({ isNew: true })])
  const environment = {
    ...sandbox.environment,
    DATABASE_URL: postgres.url,
    SEED: 'none',
    RATE_LIMIT_PER_SECOND: '0',
    LOG_LEVEL: 'error',
  }
  servers = await Promise.all([startServer(environment), startServer(environment)])
  cookie = cookieOf(await signIn(serverAt(0)))
})
afterAll(async () => {
  await Promise.all(servers.map(async (server) => server.stop('SIGTERM')))
  await postgres.stop()
  await sandbox.remove()
})

function serverAt(index: number): ServerProcess {
  const server = servers[index % servers.length]
  if (!server) throw new Error('no server')
  return server
}

async function write(server: ServerProcess, method: string, path: string, body: object): Promise<{ id: string }> {
  const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
  const headers = { 'content-type': type, 'if-match': '*', 'idempotency-key': crypto.randomUUID() }
  const sent = { method, cookie, headers: method === 'PUT' ? { 'content-type': type } : headers }
  const response = await send(server, `/api/v1${path}`, { ...sent, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as { id: string }
}

const aPerson = (lastName: string) => ({ firstName: 'Zoë', lastName, email: `${lastName.toLowerCase()}@example.org` })

async function openStream(server: ServerProcess, headers: Record<string, string> = {}): Promise<EventReader> {
  const response = await send(server, '/api/v1/changes', {
    cookie,
    headers: { accept: 'text/event-stream', ...headers },
  })
  if (!response.ok || !response.body) throw new Error(`no stream: ${response.status}`)
  return readEvents(response.body)
}

/** Makes a customer and then writes about it at random, now here and now there. */
async function writeAtRandom(index: number): Promise<void> {
  const { id } = await write(serverAt(index), 'POST', '/customers', aPerson(`Writer${index}`))
  const at = `/customers/${id}`
  for (let count = 1; count < writesOfEach; count += 1) {
    const server = serverAt(randomInt(2))
    const street = { line1: `${count} Main Street`, city: 'Lévis', countryCode: 'CA' }
    const writes = [
      async () => write(server, 'PATCH', at, { title: `Dr ${count}` }),
      async () => write(server, 'POST', `${at}/addresses`, street),
      async () => write(server, 'PUT', `/me/drafts/${id}/account/-`, { baseEtag: '', values: { lastName: 'Zoë' } }),
    ]
    await writes[randomInt(writes.length)]?.()
  }
}

/** Reads from one server or the other, breaking off at random, until it has come to the position. */
async function readAtRandom(end: Promise<number>): Promise<number[]> {
  const seen: number[] = []
  let lastId = '0'
  let last = Infinity
  void end.then((seq) => (last = seq))
  while ((seen.at(-1) ?? 0) < last) {
    const stream = await openStream(serverAt(randomInt(2)), { 'last-event-id': lastId })
    const patience = randomInt(1, 25)
    for (let count = 0; count < patience && (seen.at(-1) ?? 0) < last; count += 1) {
      const message = await stream.next()
      if (!message) break
      if (message.event !== 'ready') seen.push(Number(message.id))
      expect(message.event).not.toBe('reset')
    }
    // Not what was read, but what had arrived: as a browser that loses its connection.
    lastId = String(seen.at(-1) ?? 0)
    await stream.close()
    await delay(randomInt(30))
  }
  return seen
}

describe('two processes on one database', () => {
  it('tell every reader everything in order, however often it breaks off', async () => {
    const { promise: end, resolve: endAt } = Promise.withResolvers<number>()
    const reading = Promise.all(Array.from({ length: readers }, async () => readAtRandom(end)))
    await Promise.all(Array.from({ length: writers }, async (_, index) => writeAtRandom(index)))
    const database = new Client({ connectionString: postgres.url })
    await database.connect()
    const { rows } = await database.query<{ seq: string }>('select seq from changes order by id')
    await database.end()
    const log = rows.map(({ seq }) => Number(seq))
    const last = log.at(-1) ?? 0
    endAt(last)
    // For those who have read everything and wait.
    await write(serverAt(0), 'POST', '/customers', aPerson('Last'))

    expect(log.length).toBeGreaterThanOrEqual(writers * writesOfEach)
    for (const seen of await reading) expect(seen.filter((seq) => seq <= last)).toEqual(log)
  })

  it('hear of each other at once, also after the connection that tells them was lost', async () => {
    const stream = await openStream(serverAt(1))
    await stream.next()
    const { id } = await write(serverAt(0), 'POST', '/customers', aPerson('Quick'))
    await stream.next()
    const rename = async (count: number) => {
      await write(serverAt(0), 'PATCH', `/customers/${id}`, { title: `Dr ${count}` })
      const written = performance.now()
      expect((await stream.next())?.event).toBe('customer.updated')
      return performance.now() - written
    }
    const times: number[] = []
    for (let count = 0; count < 40; count += 1) times.push(await rename(count))
    const p95 = times.toSorted((a, b) => a - b)[37] ?? Infinity
    process.stdout.write(`From an answer by one process to the event by the other: p95 ${p95.toFixed(1)} ms\n`)
    expect(p95).toBeLessThan(500)

    const database = new Client({ connectionString: postgres.url })
    await database.connect()
    const lost = await database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'customer-workspace changes'`,
    )
    expect(lost.rowCount).toBe(servers.length)
    await database.end()
    expect(await rename(100)).toBeLessThan(6000)
    await stream.close()
  })

  it('let nobody’s stream outlive the session, nor hold up a stop', async () => {
    const own = cookieOf(await signIn(serverAt(0)))
    const response = await send(serverAt(1), '/api/v1/changes', {
      cookie: own,
      headers: { accept: 'text/event-stream', 'accept-encoding': 'gzip, br' },
    })
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    expect(response.headers.get('content-encoding')).toBeNull()
    const stream = response.body && readEvents(response.body)
    await stream?.next()
    await send(serverAt(0), '/api/v1/auth/session', { method: 'DELETE', cookie: own })
    const from = performance.now()
    expect((await stream?.next())?.event).toBe('signedOut')
    expect(performance.now() - from).toBeLessThan(6000)

    const other = await openStream(serverAt(1))
    await other.next()
    const stopping = performance.now()
    const [ended, end] = await Promise.all([other.next(), serverAt(1).stop('SIGTERM')])
    expect([ended, end.code]).toEqual([undefined, 0])
    expect(performance.now() - stopping).toBeLessThan(3000)
  })
})
