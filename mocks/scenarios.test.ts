import { getResponse } from 'msw/utils/get-response'
import * as z from 'zod/mini'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { endpoints, type EndpointName } from '#/contract/endpoints.ts'
import { handlersFor } from '#mocks/handlers.ts'
import { createMockBackend } from '#mocks/mock-backend.ts'
import { createMockState, type MockState } from '#mocks/mock-state.ts'
import { pathOf } from '#mocks/operations.ts'
import { seedNow } from '#mocks/seed/clock.ts'
import { smallRows } from '#mocks/seed/small-seed.ts'

const origin = 'http://localhost'
const rows = smallRows()

/** A mock with these settings, and what the app would use to call it. */
function aMock(settings: Partial<MockState> = {}) {
  const state = createMockState(settings)
  const backend = createMockBackend({ rows, state, now: () => seedNow })
  const handlers = handlersFor(() => backend)
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await getResponse(handlers, new Request(`${origin}${path}`, init), { baseUrl: origin })
    if (!response) throw new Error('nothing answered')
    return response
  }
  const get = async (name: EndpointName, path: Record<string, string> = {}) => send(pathOf(endpoints[name], path, {}))
  const saveAda = async (etag: string, body: object) =>
    send('/api/v1/customers/ada', {
      method: 'PATCH',
      headers: { 'content-type': 'application/merge-patch+json', 'if-match': etag },
      body: JSON.stringify(body),
    })
  return { backend, state, send, get, saveAda }
}

const ada = { id: 'ada' }
const bodyOf = async (response: Response) => (await response.json()) as Record<string, never>

describe('the session of the mock', () => {
  it('starts signed in as the administrator', async () => {
    expect(await bodyOf(await aMock().get('getMe'))).toMatchObject({ username: 'admin', authMethod: 'mock' })
  })

  it('says that it expired, until somebody signs in', async () => {
    const { state, get, send } = aMock()
    state.setState({ isExpired: true })
    expect(await bodyOf(await get('getMe'))).toMatchObject({ type: '/problems/session-expired', status: 401 })

    const signIn = async (password: string) =>
      send('/api/v1/auth/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'Finance', password }),
      })
    expect((await signIn('wrong')).status).toBe(401)
    expect((await signIn('demo')).status).toBe(200)
    expect(await bodyOf(await get('getMe'))).toMatchObject({ username: 'finance' })
  })

  it('ends at sign-out', async () => {
    const { get, send } = aMock()
    expect((await send('/api/v1/auth/session', { method: 'DELETE' })).status).toBe(204)
    expect(await bodyOf(await get('getMe'))).toMatchObject({ type: '/problems/unauthenticated' })
  })
})

describe('scenarios', () => {
  it('empties lists but not what screens cannot do without', async () => {
    const { get, send } = aMock({ scenario: 'empty' })
    expect(await bodyOf(await send('/api/v1/customers?count=true'))).toEqual({
      items: [],
      total: { value: 0, relation: 'eq' },
    })
    expect((await bodyOf(await get('listScopes')))['items']).not.toEqual([])
  })

  it('lets a colleague save the same field once, so that the second save goes through', async () => {
    const { get, saveAda } = aMock({ scenario: 'conflict' })
    const { etag } = await bodyOf(await get('getCustomer', ada))
    const refused = await saveAda(etag ?? '', { lastName: 'Mine' })
    expect(refused.status).toBe(412)
    const { current, currentEtag } = await bodyOf(refused)
    expect(current).toMatchObject({ lastName: 'Changed-Elsewhere', updatedBy: { displayName: 'Sam Rivera' } })
    expect((await saveAda(currentEtag ?? '', { lastName: 'Mine' })).status).toBe(200)
  })

  it('refuses changes but not reads when a permission was lost', async () => {
    const { get, saveAda } = aMock({ scenario: 'permissionLost' })
    const { etag } = await bodyOf(await get('getCustomer', ada))
    const refused = await saveAda(etag ?? '', { lastName: 'Mine' })
    expect(await bodyOf(refused)).toMatchObject({ status: 403, requiredPermission: 'customer:write' })
  })

  it('answers a newer version within the contract, with codes and members unknown here', async () => {
    const { get } = aMock({ scenario: 'newerServer' })
    const order = await bodyOf(await get('getOrder', { id: rows.orders?.[0]?.id ?? '' }))
    expect(order).toMatchObject({ status: { code: 'HeldByDrone' }, addedLater: {} })
    expect(z.safeParse(endpoints.getOrder.responses[200], order).error).toBeUndefined()
    const customer = await bodyOf(await get('getCustomer', ada))
    expect(z.safeParse(endpoints.getCustomer.responses[200], customer).error).toBeUndefined()
  })

  it('breaks the contract on purpose', async () => {
    const { get } = aMock({ scenario: 'brokenAnswers' })
    const customers = await bodyOf(await get('listCustomers'))
    expect(z.safeParse(endpoints.listCustomers.responses[200], customers).success).toBe(false)
    expect((await get('getMe')).status).toBe(200)
  })

  it('names the provider of saved payments that is down', async () => {
    const { get } = aMock({ scenario: 'providerUnavailable' })
    const payments = await bodyOf(await get('listSavedPayments', { id: 'payer' }))
    expect(payments).toMatchObject({ unavailable: [{ source: 'PayWorks' }] })
    expect(z.safeParse(endpoints.listSavedPayments.responses[200], payments).error).toBeUndefined()
  })

  it('loses the answer of a change that was made all the same', async () => {
    const { backend, saveAda } = aMock({ scenario: 'flaky' })
    expect((await saveAda('*', { lastName: 'Mine' })).type).toBe('error')
    expect(await backend.store.get('customers', 'ada')).toMatchObject({ lastName: 'Mine' })
  })
})

describe('an endpoint that fails', () => {
  it.each([
    ['internal', 500, null],
    ['unavailable', 503, '1'],
    ['tooManyRequests', 429, '1'],
    ['html', 502, null],
  ] as const)('answers %s with status %s', async (failure, status, retryAfter) => {
    const { get } = aMock({ failing: { operation: 'listCustomers', failure } })
    const response = await get('listCustomers')
    expect(response.status).toBe(status)
    expect(response.headers.get('retry-after')).toBe(retryAfter)
    expect((await get('getCustomer', ada)).status).toBe(200)
  })

  it('breaks off in the middle', async () => {
    const { get } = aMock({ failing: { operation: 'listCustomers', failure: 'truncated' } })
    const response = await get('listCustomers')
    expect(response.ok).toBe(true)
    await expect(response.json()).rejects.toThrow(SyntaxError)
  })

  it('loses the connection', async () => {
    const { get } = aMock({ failing: { operation: 'listCustomers', failure: 'network' } })
    expect((await get('listCustomers')).type).toBe('error')
  })
})

it('complains about a call that the contract does not have', async () => {
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => complaint.mockRestore())
  expect((await aMock().send('/api/v1/dreams')).status).toBe(404)
  expect(complaint).toHaveBeenCalledWith('The contract has no GET /api/v1/dreams')
})
