import type { HttpBindings } from '@hono/node-server'
import { describe, expect, it } from 'vitest'
import { readConfiguration } from '#server/main/configuration.ts'
import { createHttpApp } from '#server/main/http-app.ts'
import type { Log } from '#server/main/log.ts'
import { aStaffRow } from '#server/main/staff-accounts.ts'
import { createMemoryStore } from '#mocks/memory-store.ts'

const page = 'the page'
const staticApp = {
  respond: () => new Response(page, { headers: { 'content-type': 'text/html' } }),
  hashes: { scripts: ['sha256-boot'], styles: ['sha256-skeleton'] },
}

/** Of "right", with parameters that cost no time. */
const passwordHash = '$scrypt$ln=4,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$9mIVdgaFsL3G0sjvcAoMf8uuCLzg8EYOrC--n_vlc5s'

type Logged = Parameters<Log['request']>[0]

function aServer(environment: Record<string, string> = {}) {
  const clock = { now: Date.parse('2026-03-01T09:00:00.000Z') }
  const store = createMemoryStore({ rows: { staff: [aStaffRow('Ada', 'salesAgent', passwordHash, 0, 'ada')] } })
  const logged: Logged[] = []
  const log = { request: (entry: Logged) => logged.push(entry), info: () => {}, warn: () => {}, error: () => {} }
  const app = createHttpApp({
    store,
    staticApp,
    configuration: readConfiguration(environment),
    log,
    now: () => clock.now,
    stopping: new AbortController().signal,
  })
  const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } }) as unknown as HttpBindings
  const send = async (path: string, init: RequestInit = {}, address = '10.0.0.1') =>
    app.request(`http://here${path}`, init, from(address))
  const signIn = (password = 'right', username = 'ada', address = '10.0.0.1') =>
    send(
      '/api/v1/auth/session',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'http://here' },
        body: JSON.stringify({ username, password }),
      },
      address,
    )
  const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { clock, store, logged, send, signIn, cookieOf }
}

const typeOf = async (response: Response) => [response.status, ((await response.json()) as { type: string }).type]

describe('sign-in', () => {
  it('opens a session that the next request carries on', async () => {
    const { send, signIn, cookieOf } = aServer()
    const cookie = cookieOf(await signIn())
    const me = await send('/api/v1/me', { headers: { cookie } })
    expect(await me.json()).toMatchObject({ username: 'Ada', authMethod: 'password' })
  })

  it('refuses the sixth try after five wrong ones in a minute, for that account and address only', async () => {
    const { clock, signIn } = aServer()
    const wrong = await Promise.all(Array.from({ length: 7 }, (_, index) => signIn('wrong', index % 2 ? 'ada' : 'ADA')))
    expect(wrong.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429, 429])
    const refused = await signIn()
    expect(await typeOf(refused)).toEqual([429, '/problems/too-many-requests'])
    expect(refused.headers.get('retry-after')).toBe('60')
    expect((await signIn('right', 'ada', '10.0.0.2')).status).toBe(200)
    clock.now += 60_000
    expect((await signIn()).status).toBe(200)
  })

  it('does not read more than a sign-in can hold', async () => {
    const { signIn } = aServer()
    expect(await typeOf(await signIn('x'.repeat(20_000)))).toEqual([413, '/problems/too-large'])
  })
})

describe('what a page asks for by itself', () => {
  it.each([
    ['GET', '/api/v1/changes'],
    ['GET', '/api/v1/customers/ada/presence'],
    ['PUT', '/api/v1/me/presence'],
  ])('does not keep a session alive: %s %s', async (method, path) => {
    const { clock, send, signIn, cookieOf } = aServer()
    const cookie = cookieOf(await signIn())
    const headers = { cookie, origin: 'http://here', 'content-type': 'application/json' }
    const ask = async () =>
      send(path, { method, headers, ...(method === 'PUT' ? { body: '{"customerId":null}' } : {}) })
    for (let minutes = 0; minutes < 30; minutes += 10) {
      expect((await ask()).status).not.toBe(401)
      clock.now += 10 * 60_000
    }
    expect((await ask()).status).toBe(401)
    expect((await send('/api/v1/me', { headers: { cookie } })).status).toBe(401)
  })

  it('is not streamed where live updates are off, and nobody is present where that is off', async () => {
    const { send, signIn, cookieOf } = aServer({ LIVE_UPDATES: 'off', PRESENCE: 'off' })
    const cookie = cookieOf(await signIn())
    const config = (await (await send('/api/v1/config', { headers: { cookie } })).json()) as { features: object }
    expect(config.features).toEqual({ liveUpdates: false, presence: false })
    const stream = await send('/api/v1/changes', { headers: { cookie, accept: 'text/event-stream' } })
    expect(await typeOf(stream)).toEqual([406, '/problems/not-acceptable'])
    expect((await send('/api/v1/changes', { headers: { cookie } })).status).toBe(200)
  })
})

describe('requests that another site forged', () => {
  const signOut = (cookie: string, headers: Record<string, string>) => ({
    method: 'DELETE',
    headers: { cookie, ...headers },
  })

  it.each([
    ['says nothing', {}],
    ['comes from another site', { 'sec-fetch-site': 'cross-site' }],
    ['comes from another port', { origin: 'http://here:8080' }],
    ['is a form', { origin: 'http://here', 'content-type': 'text/plain' }],
  ])('are refused when the request %s', async (_case, headers) => {
    const { send, signIn, cookieOf } = aServer()
    const cookie = cookieOf(await signIn())
    const response = await send('/api/v1/auth/session', signOut(cookie, headers))
    expect(await typeOf(response)).toEqual([403, '/problems/csrf'])
    expect((await send('/api/v1/me', { headers: { cookie } })).status).toBe(200)
  })

  it('are told from our own', async () => {
    const { send, signIn, cookieOf } = aServer()
    const cookie = cookieOf(await signIn())
    expect((await send('/api/v1/auth/session', signOut(cookie, { origin: 'http://here' }))).status).toBe(204)
    expect(await typeOf(await send('/api/v1/me', { headers: { cookie } }))).toEqual([401, '/problems/session-expired'])
  })

  it('matter only where a session would be misused', async () => {
    const { send } = aServer()
    expect((await send('/api/v1/auth/session', { method: 'DELETE' })).status).toBe(204)
    expect((await send('/api/v1/customers/k1', { method: 'PATCH' })).status).toBe(415)
  })
})

describe('limits', () => {
  it('let each session make its burst, and then say when to come back', async () => {
    const { send, signIn, cookieOf } = aServer({ RATE_LIMIT_BURST: '5', RATE_LIMIT_PER_SECOND: '2' })
    const [one, other] = [cookieOf(await signIn()), cookieOf(await signIn())]
    const ask = (cookie: string) => send('/api/v1/me', { headers: { cookie } })
    for (let count = 0; count < 5; count += 1) expect((await ask(one)).status).toBe(200)
    const refused = await ask(one)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
    expect((await ask(other)).status).toBe(200)
  })

  it('count strangers by address, and never the health checks', async () => {
    const { send } = aServer({ RATE_LIMIT_BURST: '2' })
    const stranger = (address: string) =>
      send('/api/v1/me', { headers: { cookie: `session=${Math.random()}` } }, address)
    const statuses = [await stranger('10.0.0.1'), await stranger('10.0.0.1'), await stranger('10.0.0.1')]
    expect(statuses.map(({ status }) => status)).toEqual([401, 401, 429])
    expect((await stranger('10.0.0.2')).status).toBe(401)
    expect((await send('/api/v1/health/live')).status).not.toBe(429)
  })
})

describe('headers', () => {
  it('let a page load its own files and the inline pieces of the build only', async () => {
    const { send } = aServer()
    const response = await send('/customers')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(await response.text()).toBe(page)
    expect(policy).toContain("script-src 'self' 'sha256-boot';")
    expect(policy).toContain("style-src 'self' 'sha256-skeleton';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|nonce|\*/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin')
  })

  it('are on refusals and answers of the API too', async () => {
    const { send } = aServer({ RATE_LIMIT_BURST: '1' })
    for (const response of [await send('/api/v1/me'), await send('/api/v1/me'), await send('/api/v2/x')]) {
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(response.headers.get('referrer-policy')).toBe('same-origin')
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.get('x-request-id')).toMatch(/^[\w-]{8,}$/)
    }
  })

  it('promise HTTPS only where a proxy in front speaks it', async () => {
    const forwarded = { headers: { 'x-forwarded-proto': 'https' } }
    const behind = await aServer({ TRUST_PROXY: '1' }).send('/', forwarded)
    expect(behind.headers.get('strict-transport-security')).toBe('max-age=31536000')
    expect((await aServer().send('/', forwarded)).headers.get('strict-transport-security')).toBeNull()
  })
})

describe('the log', () => {
  it('has a line for every answer of the API, also for those given before it', async () => {
    const { send, logged } = aServer({ RATE_LIMIT_BURST: '1' })
    await send('/api/v1/me')
    const refused = await send('/api/v1/me?q=anna')
    expect(logged.map(({ status, path }) => [status, path])).toEqual([
      [401, '/api/v1/me'],
      [429, '/api/v1/me'],
    ])
    expect(logged[1]?.requestId).toBe(refused.headers.get('x-request-id'))
  })
})
