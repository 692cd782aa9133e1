import { getResponse } from 'msw/utils/get-response'
import { expect, it } from 'vitest'
import { networkError, problem } from '#mocks/answers.ts'
import { handlersFor } from '#mocks/handlers.ts'
import { createMockBackend } from '#mocks/mock-backend.ts'
import { override } from '#mocks/override.ts'
import { seedNow } from '#mocks/seed/clock.ts'
import { smallRows } from '#mocks/seed/small-seed.ts'
import type { HttpHandler } from 'msw/http'

const rows = smallRows()
const origin = 'http://localhost'
const aBackend = () => createMockBackend({ rows, now: () => seedNow })

async function answerTo(backend: ReturnType<typeof aBackend>, handler: HttpHandler, path: string, init?: RequestInit) {
  const handlers = [handler, ...handlersFor(() => backend)]
  const response = await getResponse(handlers, new Request(`${origin}/api/v1${path}`, init), { baseUrl: origin })
  if (!response) throw new Error('nothing answered')
  return response
}

it('patches what the API answers', async () => {
  const backend = aBackend()
  const handler = override(
    'getCustomer',
    async ({ passThrough, path }) => ({ ...(await passThrough()), title: path.id }),
    {
      current: () => backend,
    },
  )
  const response = await answerTo(backend, handler, '/customers/ada')
  const body = (await response.json()) as { title: string; etag: string }
  expect(body).toMatchObject({ id: 'ada', title: 'ada' })
  expect(response.headers.get('etag')).toBe(body.etag)
})

it('passes a refusal of the API on as it is', async () => {
  const backend = aBackend()
  const handler = override('getCustomer', async ({ passThrough }) => passThrough(), { current: () => backend })
  expect((await answerTo(backend, handler, '/customers/nobody')).status).toBe(404)
})

it('reads the query as the contract types it', async () => {
  const backend = aBackend()
  const queries: unknown[] = []
  const handler = override('listCustomers', ({ query }) => (queries.push(query), { items: [] }), {
    current: () => backend,
  })
  const response = await answerTo(backend, handler, '/customers?status=active&limit=3&count=true')
  expect(await response.json()).toEqual({ items: [] })
  expect(queries).toEqual([{ status: ['active'], limit: 3, count: true }])
})

it('leaves a call that breaks the contract to the API, which says why', async () => {
  const backend = aBackend()
  const handler = override('listCustomers', () => ({ items: [] }), { current: () => backend })
  expect((await answerTo(backend, handler, '/customers?colour=red')).status).toBe(400)
})

it('gives the body that was sent and the status of a success without a body', async () => {
  const backend = aBackend()
  const handler = override('deleteAddress', () => null, { current: () => backend })
  expect((await answerTo(backend, handler, '/customers/ada/addresses/a1', { method: 'DELETE' })).status).toBe(204)
})

it('answers with problems and lost connections', async () => {
  const backend = aBackend()
  const refused = override('getMe', () => problem('forbidden', { detail: 'No' }), { current: () => backend })
  expect(await (await answerTo(backend, refused, '/me')).json()).toMatchObject({
    type: '/problems/forbidden',
    detail: 'No',
  })
  const lost = override('getMe', () => networkError(), { current: () => backend })
  expect((await answerTo(backend, lost, '/me')).type).toBe('error')
})

it('steps aside after one call when told to', async () => {
  const backend = aBackend()
  const once = override('getMe', () => problem('internal'), { current: () => backend, once: true })
  expect((await answerTo(backend, once, '/me')).status).toBe(500)
  expect((await answerTo(backend, once, '/me')).status).toBe(200)
})
