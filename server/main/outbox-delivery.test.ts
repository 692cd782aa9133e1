import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { deliverDue, keepDelivering, pauseAfter, worthwhileMs } from '#server/main/outbox-delivery.ts'
import type { OutboxRow } from '#server/store/rows.ts'
import { createMemoryStore } from '#mocks/memory-store.ts'

const start = Date.parse('2026-03-02T09:00:00.000Z')
const isoOf = (time: number) => new Date(time).toISOString()

const aRow = (id: string, over: Partial<OutboxRow> = {}): OutboxRow => ({
  id,
  kind: 'passwordReset',
  customerId: 'ada',
  createdAt: isoOf(start),
  deliveredAt: null,
  attempts: 0,
  nextAttemptAt: isoOf(start),
  ...over,
})

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

/** A webhook that answers as it is told, and what it heard. */
async function aWebhook(...statuses: number[]) {
  const heard: { type: string | undefined; body: unknown }[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    heard.push({ type: request.headers['content-type'], body: JSON.parse(await text(request)) })
    response.writeHead(statuses.shift() ?? 204, { Location: '/elsewhere' }).end()
  }
  const server = createServer((...exchange) => void answer(...exchange)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, heard }
}

function aDelivery(url: string, rows: OutboxRow[]) {
  const clock = { now: start }
  const failures: unknown[] = []
  const store = createMemoryStore({ rows: { outbox: rows } })
  const parts = { store, url, now: () => clock.now, onFailure: (failure: unknown) => failures.push(failure) }
  const row = async (id: string) => await store.get('outbox', id)
  return { parts, clock, failures, row, run: async () => deliverDue(parts, new AbortController().signal) }
}

describe('delivery of what other systems are told', () => {
  it('tells ids only, once', async () => {
    const { url, heard } = await aWebhook()
    const { run, row, failures } = aDelivery(url, [aRow('a'), aRow('b', { deliveredAt: isoOf(start) })])
    await run()
    await run()
    expect(heard).toEqual([
      { type: 'application/json', body: { id: 'a', kind: 'passwordReset', customerId: 'ada', at: isoOf(start) } },
    ])
    expect([(await row('a'))?.deliveredAt, failures]).toEqual([isoOf(start), []])
  })

  it('tries again after pauses that grow, whatever is wrong', async () => {
    const { url, heard } = await aWebhook(500, 302, 404)
    const { run, row, failures, clock } = aDelivery(url, [aRow('a')])
    for (const pause of [5_000, 10_000, 20_000]) {
      await run()
      expect((await row('a'))?.nextAttemptAt).toBe(isoOf(clock.now + pause))
      clock.now += pause - 1
      await run()
      clock.now += 1
    }
    await run()
    expect([heard.length, await row('a')]).toMatchObject([4, { attempts: 4, deliveredAt: isoOf(clock.now) }])
    expect(failures).toEqual([
      { id: 'a', attempts: 1, reason: '500' },
      { id: 'a', attempts: 2, reason: 'TypeError' },
      { id: 'a', attempts: 3, reason: '404' },
    ])
    expect(pauseAfter(100)).toBe(3_600_000)
  })

  it('is not held up by what fails', async () => {
    const { url, heard } = await aWebhook(500)
    const { run, row } = aDelivery(url, [aRow('a'), aRow('b', { nextAttemptAt: isoOf(start) })])
    await run()
    expect(heard).toHaveLength(2)
    expect(await row('b')).toMatchObject({ deliveredAt: isoOf(start) })
  })

  it('lets a request go that nobody expects any more', async () => {
    const { url, heard } = await aWebhook()
    const { run } = aDelivery(url, [
      aRow('old', { createdAt: isoOf(start - worthwhileMs - 1) }),
      aRow('late', { createdAt: isoOf(start - worthwhileMs) }),
    ])
    await run()
    expect(heard).toMatchObject([{ body: { id: 'late' } }])
  })

  it('shares the work with another process', async () => {
    const { url, heard } = await aWebhook()
    const { run } = aDelivery(
      url,
      Array.from({ length: 20 }, (_, index) => aRow(`r${index}`)),
    )
    await Promise.all([run(), run(), run()])
    expect(heard.map(({ body }) => (body as OutboxRow).id).toSorted()).toEqual(
      Array.from({ length: 20 }, (_, index) => `r${index}`).toSorted(),
    )
  })

  it('begins at once, and an attempt that hangs does not hold up the end', async () => {
    const reached = Promise.withResolvers<void>()
    const server = createServer(() => reached.resolve()).listen(0, '127.0.0.1')
    await once(server, 'listening')
    ends.push(
      () => server.closeAllConnections(),
      () => server.close(),
    )
    const { parts, row, failures } = aDelivery(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, [
      aRow('a'),
    ])
    const errors: unknown[] = []
    const end = keepDelivering(parts, (error) => errors.push(error))
    await reached.promise
    await end()
    expect([failures, errors]).toEqual([[{ id: 'a', attempts: 1, reason: 'AbortError' }], []])
    expect(await row('a')).toMatchObject({ attempts: 1, deliveredAt: null, nextAttemptAt: isoOf(start + 5_000) })
  })
})
