import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Address } from '#/contract/addresses.ts'
import type { Problem } from '#/contract/problem.ts'
import { createApi } from '#server/api/create-api.ts'
import { databaseFileVault } from '#server/api/file-vault.ts'
import { aCustomer } from '#tests/builders.ts'
import type { CustomerRow } from '#server/store/rows.ts'
import { refusal } from '#tests/contract/client.ts'
import type { Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

const street = { line1: '2 Side Street', city: 'Québec', countryCode: 'CA' }

describe.each(targets)('requests on $name', ({ open }) => {
  let target: Target
  let admin: Client
  let customer: CustomerRow
  beforeAll(async () => {
    target = await open()
    admin = target.as('systemAdministrator')
    customer = aCustomer({ email: 'private@example.org' })
    await target.insert({ customers: [customer] })
  })
  afterAll(async () => target.close())

  const addressCount = async () => target.store.count('addresses', undefined, 1000)

  it('answers a creation sent many times at once with one and the same address', async () => {
    const path = `/customers/${customer.id}/addresses`
    const key = crypto.randomUUID()
    const before = await addressCount()
    const answers = await Promise.all(Array.from({ length: 6 }, async () => admin.post<Address>(path, street, { key })))
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1)
    expect(new Set(answers.map(({ headers }) => `${headers.get('etag')} ${headers.get('location')}`)).size).toBe(1)
    expect(await addressCount()).toBe(before + 1)

    expect(refusal(await admin.post(path, { ...street, line2: 'x' }, { key }))).toEqual({
      status: 422,
      type: 'idempotency-key-reused',
    })
    const other = await target.as('salesAgent').post<Address>(path, street, { key })
    expect(other.body.id).not.toBe(answers[0]?.body.id)
    target.clock.now += 24 * 60 * 60_000 + 1
    expect((await admin.post<Address>(path, street, { key })).headers.get('idempotency-replayed')).toBeNull()
    expect(await addressCount()).toBe(before + 3)
  })

  it('gives the first answer of a change again instead of calling it stale', async () => {
    const key = crypto.randomUUID()
    const own = aCustomer()
    await target.insert({ customers: [own] })
    const first = await admin.patch(`/customers/${own.id}`, { title: 'Dr' }, { ifMatch: '"1"', key })
    const again = await admin.patch(`/customers/${own.id}`, { title: 'Dr' }, { ifMatch: '"1"', key })
    expect(again.body).toEqual(first.body)
    expect((await admin.patch(`/customers/${own.id}`, { title: 'Dr' }, { ifMatch: '"1"' })).status).toBe(412)
  })

  it('keeps no key for a request that was refused', async () => {
    const key = crypto.randomUUID()
    const path = `/customers/${customer.id}/addresses`
    expect((await admin.post(path, { ...street, city: '' }, { key })).status).toBe(422)
    expect((await admin.post(path, street, { key })).status).toBe(201)
  })

  it('checks in the order of the contract', async () => {
    const at = `/customers/${customer.id}`
    const nowhere = '/customers/nobody'
    const json = { 'Content-Type': 'application/json' }
    const patch = { 'Content-Type': 'application/merge-patch+json' }
    const big = JSON.stringify({ title: 'x'.repeat(1024 * 1024) })
    const send = async (
      client: Client,
      method: string,
      path: string,
      headers: Record<string, string>,
      body: string | null = null,
    ) => {
      const response = await client.request(path, { method, headers, body })
      return `${response.status} ${((await response.json()) as Problem).type.replace('/problems/', '')}`
    }
    const finance = target.as('finance')
    expect(await send(target.anonymous, 'PUT', at, json, big)).toBe('405 method-not-allowed')
    expect(await send(target.anonymous, 'PATCH', at, json, big)).toBe('413 too-large')
    expect(await send(target.anonymous, 'PATCH', at, json, '{')).toBe('415 unsupported-media-type')
    expect(await send(target.anonymous, 'PATCH', `${at}?x=1`, patch, '{')).toBe('401 unauthenticated')
    expect(await send(finance, 'PATCH', `${at}?x=1`, patch, '{')).toBe('403 forbidden')
    expect(await send(admin, 'PATCH', `${at}?x=1`, patch, '{')).toBe('400 invalid-parameter')
    expect(await send(admin, 'PATCH', nowhere, patch, '{')).toBe('400 malformed-request')
    expect(await send(admin, 'POST', `${nowhere}/addresses`, json, '{}')).toBe('400 idempotency-key-missing')
    expect(await send(admin, 'POST', `${nowhere}/addresses`, { ...json, 'Idempotency-Key': '1' }, '{}')).toBe(
      '400 malformed-request',
    )
    expect(await send(admin, 'PATCH', nowhere, patch, '{"x":1}')).toBe('404 not-found')
    expect(await send(admin, 'PATCH', at, patch, '{"x":1}')).toBe('428 precondition-required')
    expect(await send(admin, 'PATCH', at, { ...patch, 'If-Match': '"9"' }, '{"x":1}')).toBe('412 stale')
    expect(await send(admin, 'PATCH', at, { ...patch, 'If-Match': '*' }, '{"x":1}')).toBe('422 validation')
    expect(await send(admin, 'GET', '/nowhere', {})).toBe('404 not-found')
    expect(await send(admin, 'GET', '/customers/a%00b', {})).toBe('404 not-found')
  })

  it('says what would have been right', async () => {
    const wrongMethod = await admin.request('/customers', { method: 'DELETE' })
    expect(wrongMethod.headers.get('allow')).toBe('GET, HEAD, POST')
    const wrongType = await admin.request(`/customers/${customer.id}`, { method: 'PATCH', body: '{}' })
    expect(wrongType.headers.get('accept-patch')).toBe('application/merge-patch+json')
  })

  it('keeps a sane request id and makes one otherwise', async () => {
    const { headers } = await admin.get('/me', { 'X-Request-Id': 'from-the-proxy-1' })
    expect(headers.get('x-request-id')).toBe('from-the-proxy-1')
    const refused = await admin.get<Problem>('/nowhere', { 'X-Request-Id': 'x y\t' })
    expect(refused.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(refused.body.instance).toBe(refused.headers.get('x-request-id'))
  })

  it('answers HEAD as GET without a body', async () => {
    const response = await admin.request('/me', { method: 'HEAD' })
    expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([200, '"1"', ''])
  })

  it('writes no personal data to the log, and shows no failure of ours', async () => {
    await admin.get('/customers?q=private@example.org')
    await admin.patch(`/customers/${customer.id}`, { email: 'private@example.org', title: 5 }, { ifMatch: '*' })
    expect(JSON.stringify(target.log)).not.toContain('private')
    expect(target.log.at(-1)).toMatchObject({ method: 'PATCH', path: `/api/v1/customers/${customer.id}`, status: 422 })

    const log: unknown[] = []
    const broken = createApi({
      store: target.store,
      now: () => target.clock.now,
      identify: async () => Promise.reject(new Error('password=private')),
      startSession: async () => ({ headers: {}, expiresAt: '' }),
      endSession: async () => ({ headers: {} }),
      verifyPassword: async () => false,
      authMethod: 'password',
      links: {},
      personalDetail: 'none',
      features: { presence: true, liveUpdates: true },
      findPinVault: async () => undefined,
      sniff: async () => undefined,
      makeInvoiceDocument: async () => new Uint8Array(),
      files: databaseFileVault,
      log: (entry) => log.push(entry),
    })
    const response = await broken.fetch(new Request('http://localhost/api/v1/me'))
    expect([response.status, await response.text(), JSON.stringify(log)]).toEqual([
      500,
      expect.not.stringContaining('private'),
      expect.not.stringContaining('private'),
    ])
  })
})
