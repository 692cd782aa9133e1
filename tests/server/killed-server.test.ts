import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ChangeEvent } from '#/contract/changes.ts'
import type { Sandbox, ServerProcess } from '#tests/server/server-process.ts'
import { aSandbox, cookieOf, send, signIn, startServer } from '#tests/server/server-process.ts'

const rounds = 10
const writesPerRound = 200
/** One write at a time for each; so many that none gets so many addresses that writing them becomes slow. */
const writers = 24

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await aSandbox()
})
afterAll(() => sandbox.remove())

const start = () => startServer({ ...sandbox.environment, RATE_LIMIT_PER_SECOND: '0', LOG_LEVEL: 'error' })

/** Writes one after another until the server is gone; tells every address that was acknowledged. */
async function write(server: ServerProcess, cookie: string, customer: string, acknowledge: (key: string) => void) {
  for (;;) {
    const response = await send(server, `/api/v1/customers/${customer}/addresses`, {
      method: 'POST',
      cookie,
      headers: { 'idempotency-key': randomUUID() },
      body: JSON.stringify({ line1: '1 Main Street', city: 'Lévis', countryCode: 'CA' }),
    })
    if (response.status !== 201) throw new Error(`the write was answered ${response.status}: ${await response.text()}`)
    const { id } = (await response.json()) as { id: string }
    acknowledge(`${customer}/${id}`)
  }
}

async function someCustomers(server: ServerProcess, cookie: string): Promise<string[]> {
  const response = await send(server, `/api/v1/customers?status=active&limit=${writers}`, { cookie })
  const { items } = (await response.json()) as { items: { id: string }[] }
  return items.map(({ id }) => id)
}

/** Kills the server as soon as so many writes were acknowledged, while others are on their way. */
async function killWhileWriting(server: ServerProcess, cookie: string): Promise<string[]> {
  const acknowledged: string[] = []
  const acknowledge = (key: string) => {
    acknowledged.push(key)
    if (acknowledged.length === writesPerRound) void server.stop('SIGKILL')
  }
  const customers = await someCustomers(server, cookie)
  expect(customers).toHaveLength(writers)
  const ends = await Promise.all(
    customers.map((customer) => write(server, cookie, customer, acknowledge).catch((error: unknown) => error)),
  )
  // The connection broke off; any other end would be an answer that is none of an acknowledged write.
  expect(ends.filter((error) => !(error instanceof TypeError))).toEqual([])
  expect((await server.ended).signal).toBe('SIGKILL')
  return acknowledged
}

async function addressesOf(server: ServerProcess, cookie: string, customer: string): Promise<string[]> {
  const keys: string[] = []
  let cursor = ''
  for (;;) {
    const response = await send(server, `/api/v1/customers/${customer}/addresses?limit=200${cursor}`, { cookie })
    const page = (await response.json()) as { items: { id: string }[]; next?: string }
    for (const { id } of page.items) keys.push(`${customer}/${id}`)
    if (page.next === undefined) return keys
    cursor = `&cursor=${encodeURIComponent(page.next)}`
  }
}

/** The addresses whose creation stands in the log of changes. */
async function toldOf(server: ServerProcess, cookie: string): Promise<Set<string>> {
  const keys = new Set<string>()
  for (let after = 0; ;) {
    const response = await send(server, `/api/v1/changes?limit=200&resourceType=address&after=${after}`, { cookie })
    const page = (await response.json()) as { items: ChangeEvent[]; next: number; hasMore: boolean }
    for (const { type, customerId, resource } of page.items) {
      if (type === 'address.created') keys.add(`${customerId}/${resource.id}`)
    }
    if (!page.hasMore) return keys
    after = page.next
  }
}

it('has every acknowledged write after being killed, ten times, and starts again without a hand', async () => {
  const acknowledged: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const server = await start()
    acknowledged.push(...(await killWhileWriting(server, cookieOf(await signIn(server)))))
  }
  const server = await start()
  const cookie = cookieOf(await signIn(server))
  const customers = await someCustomers(server, cookie)
  const stored = await Promise.all(customers.map((customer) => addressesOf(server, cookie, customer)))
  const told = await toldOf(server, cookie)
  await server.stop('SIGTERM')
  const known = new Set(stored.flat())
  expect(acknowledged.length).toBeGreaterThanOrEqual(rounds * writesPerRound)
  expect(acknowledged.filter((key) => !known.has(key))).toEqual([])
  expect([...told].toSorted()).toEqual([...known].filter((key) => told.has(key)).toSorted())
  expect(acknowledged.filter((key) => !told.has(key))).toEqual([])
}, 900_000)
