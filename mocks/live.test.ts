import { getResponse } from 'msw/utils/get-response'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Presence } from '#/contract/presence.ts'
import { handlersFor } from '#mocks/handlers.ts'
import { createMemoryStore, type Change } from '#mocks/memory-store.ts'
import { createMockBackend, type MockBackend } from '#mocks/mock-backend.ts'
import { createMockState, type MockState } from '#mocks/mock-state.ts'
import { colleagueSaves } from '#mocks/scenarios.ts'
import { smallRows } from '#mocks/seed/small-seed.ts'
import { readEvents } from '#tests/event-reader.ts'
import { aChange } from '#tests/live-rows.ts'

const rows = smallRows()

/** What the app gets from a mock with these settings. */
function aMock(settings: Partial<MockState> = {}, options: Parameters<typeof createMockBackend>[0] = {}) {
  const backend = createMockBackend({ rows, state: createMockState(settings), ...options })
  const get = async (path: string, accept = 'application/json'): Promise<Response> => {
    const request = new Request(`http://localhost/api/v1${path}`, { headers: { accept } })
    const response = await getResponse(
      handlersFor(() => backend),
      request,
      { baseUrl: 'http://localhost' },
    )
    if (!response) throw new Error('nothing answered')
    return response
  }
  const stream = async (after = '') => {
    const { body } = await get(`/changes${after}`, 'text/event-stream')
    if (!body) throw new Error('no stream')
    const reader = readEvents(body)
    onTestFinished(async () => reader.close())
    return reader
  }
  return { backend, get, stream }
}

const saveAs = async (backend: MockBackend, lastName: string) =>
  backend.callAs('service', 'patchCustomer', { path: { id: 'ada' }, body: { lastName } })

describe('the stream of changes of the mock', () => {
  it('tells of what a colleague saves', async () => {
    const { backend, stream } = aMock()
    const reader = await stream()
    expect((await reader.next())?.event).toBe('ready')
    await colleagueSaves(backend, 'ada', [])
    expect(JSON.parse((await reader.next())?.data ?? '')).toMatchObject({
      type: 'customer.updated',
      customerId: 'ada',
      actor: { id: 'staff-service' },
    })
  })

  it('tells of what happens in another window, also when it hears of it late', async () => {
    const theirs: Change[][] = []
    const other = aMock({}, { onChange: (changes) => void theirs.push(changes), leastPosition: () => 5000 })
    await saveAs(other.backend, 'Early')
    await saveAs(other.backend, 'Later')

    const { backend, stream } = aMock({}, { leastPosition: () => 6000 })
    const reader = await stream()
    await reader.next()
    await saveAs(backend, 'Mine')
    expect((await reader.next())?.id).toBe('6000')
    for (const changes of theirs) await backend.store.apply(changes)
    expect([(await reader.next())?.id, (await reader.next())?.id]).toEqual(['6001', '6002'])
  })

  it('ends when somebody else signs in', async () => {
    const { backend, stream } = aMock()
    const reader = await stream()
    await reader.next()
    backend.state.setState({ staffId: 'staff-sales' })
    expect((await reader.next())?.event).toBe('signedOut')
    expect(await reader.next()).toBeUndefined()
  }, 10_000)

  it('can be made to fail, and the pages go on', async () => {
    const { get } = aMock({ scenario: 'noStream' })
    expect((await get('/changes', 'text/event-stream')).type).toBe('error')
    expect(await (await get('/changes')).json()).toEqual({ items: [], next: 0, hasMore: false })
  })

  it('can be made to break off', async () => {
    const { stream } = aMock({ failing: { operation: 'listChanges', failure: 'truncated' } })
    const reader = await stream()
    await expect(reader.next().then(async () => reader.next())).rejects.toThrow('aborted')
  })
})

it('keeps the order of the log when positions are used up by what was undone', async () => {
  const store = createMemoryStore()
  const failing = store.transaction(async (transaction) => {
    await transaction.append([aChange()])
    throw new Error('undone')
  })
  await expect(failing).rejects.toThrow('undone')
  await store.transaction(async (transaction) => transaction.append([aChange()]))
  expect((await store.find('changes', {})).rows.map(({ seq }) => seq)).toEqual([2])
})

it('has a colleague at every customer in the scenario', async () => {
  const { get } = aMock({ scenario: 'colleaguePresent' })
  const { items } = (await (await get('/customers/ada/presence')).json()) as { items: Presence[] }
  expect(items).toMatchObject([{ staffId: 'staff-service', section: 'account', editing: true }])
  const asService = aMock({ scenario: 'colleaguePresent', staffId: 'staff-service' })
  const { items: others } = (await (await asService.get('/customers/ada/presence')).json()) as { items: Presence[] }
  expect(others).toMatchObject([{ staffId: 'staff-sales' }])
})
