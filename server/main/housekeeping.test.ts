import { describe, expect, it } from 'vitest'
import { keepHouse, sweep } from '#server/main/housekeeping.ts'
import type { IdempotencyRow, OutboxRow, SessionRow } from '#server/store/rows.ts'
import { anAddress } from '#tests/builders.ts'
import { aChange, aDraft, aPresence, aWorkspace } from '#tests/live-rows.ts'
import { aFile, aNote } from '#tests/care-builders.ts'
import { createMemoryStore } from '#mocks/memory-store.ts'

const now = Date.parse('2026-03-02T09:00:00.000Z')

const aSession = (id: string, expiresAt: string): SessionRow => ({
  id,
  staffId: 'ada',
  createdAt: '2026-03-01T09:00:00.000Z',
  lastSeenAt: '2026-03-01T09:00:00.000Z',
  expiresAt,
})
const aKey = (id: string, createdAt: string): IdempotencyRow => ({
  id,
  payloadHash: '',
  status: 201,
  headers: {},
  body: null,
  createdAt,
})

function aStore() {
  return createMemoryStore({
    rows: {
      sessions: [aSession('old', '2026-03-02T08:59:59.999Z'), aSession('new', '2026-03-02T09:00:00.001Z')],
      idempotencyKeys: [aKey('old', '2026-03-01T08:59:59.999Z'), aKey('new', '2026-03-01T09:00:00.001Z')],
    },
  })
}

const ids = async (store: ReturnType<typeof aStore>) => [
  (await store.find('sessions', {})).rows.map(({ id }) => id),
  (await store.find('idempotencyKeys', {})).rows.map(({ id }) => id),
]

describe('housekeeping', () => {
  it('removes sessions that ran out and keys of requests older than a day', async () => {
    const store = aStore()
    await sweep(store, now)
    expect(await ids(store)).toEqual([['new'], ['new']])
  })

  it('removes addresses whose deletion can no longer be undone', async () => {
    const store = createMemoryStore({
      rows: {
        addresses: [
          anAddress({ id: 'gone', customerId: 'c', deletedAt: '2026-03-01T08:59:59.999Z' }),
          anAddress({ id: 'restorable', customerId: 'c', deletedAt: '2026-03-01T09:00:00.001Z' }),
          anAddress({ id: 'there', customerId: 'c' }),
        ],
      },
    })
    await sweep(store, now)
    expect((await store.find('addresses', {})).rows.map(({ id }) => id)).toEqual(['restorable', 'there'])
  })

  it('empties notes whose deletion can no longer be undone, and keeps their numbers', async () => {
    const deletedAt = '2026-03-01T08:59:59.999Z'
    const store = createMemoryStore({
      rows: {
        files: [aFile({ id: 'f' })],
        notes: [
          aNote({ id: 'gone', customerId: 'c', number: 1, deletedAt, fileId: 'f' }),
          aNote({ id: 'restorable', customerId: 'c', number: 2, deletedAt: '2026-03-01T09:00:00.001Z' }),
        ],
      },
    })
    await sweep(store, now)
    expect((await store.find('notes', {})).rows).toMatchObject([
      { id: 'gone', number: 1, content: '', fileId: null },
      { id: 'restorable', content: 'Called about the delivery' },
    ])
    expect((await store.find('files', {})).rows).toEqual([])
  })

  it('removes what other systems were told, or not told, a month ago', async () => {
    const aRequest = (id: string, createdAt: string): OutboxRow => ({
      id,
      kind: 'passwordReset',
      customerId: 'c',
      createdAt,
      deliveredAt: null,
      attempts: 0,
      nextAttemptAt: createdAt,
    })
    const outbox = [aRequest('n0', '2026-01-31T08:59:59.999Z'), aRequest('n1', '2026-01-31T09:00:00.001Z')]
    const store = createMemoryStore({ rows: { outbox } })
    await sweep(store, now)
    expect((await store.find('outbox', {})).rows.map(({ id }) => id)).toEqual(['n1'])
  })

  it('removes unsaved work and windows of a month ago, people who are gone and changes of a week ago', async () => {
    const monthAgo = [
      { id: 'old', at: '2026-01-31T08:59:59.999Z' },
      { id: 'new', at: '2026-01-31T09:00:00.001Z' },
    ]
    const store = createMemoryStore({
      rows: {
        drafts: monthAgo.map(aDraft),
        workspaces: monthAgo.map(aWorkspace),
        presence: [
          aPresence({ id: 'old', at: '2026-03-02T08:59:47.999Z' }),
          aPresence({ id: 'new', at: '2026-03-02T08:59:48.001Z' }),
        ],
        changes: [
          aChange({ seq: 1, at: '2026-02-23T08:59:59.999Z' }),
          aChange({ seq: 2, at: '2026-02-23T09:00:00.001Z' }),
        ],
      },
    })
    await sweep(store, now)
    for (const collection of ['drafts', 'workspaces', 'presence'] as const) {
      expect((await store.find(collection, {})).rows.map(({ id }) => id)).toEqual(['new'])
    }
    expect((await store.find('changes', {})).rows.map(({ seq }) => seq)).toEqual([2])
    expect(await store.find('settings', {})).toMatchObject({ rows: [{ value: 1 }] })
  })

  it('begins at once and can be ended', async () => {
    const store = aStore()
    const failures: unknown[] = []
    const end = keepHouse(
      store,
      () => now,
      (error) => failures.push(error),
    )
    await end()
    expect([await ids(store), failures]).toEqual([[['new'], ['new']], []])
  })

  it('tells of a failure and goes on', async () => {
    const store = { ...aStore(), find: () => Promise.reject(new Error('gone')) }
    const failures: unknown[] = []
    await keepHouse(
      store,
      () => now,
      (error) => failures.push(error),
    )()
    expect(failures).toHaveLength(1)
  })
})
