import { createConnection } from 'node:net'
import { once } from 'node:events'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Sandbox, ServerProcess } from '#tests/server/server-process.ts'
import { adminPassword, aSandbox, cookieOf, script, send, signIn, startServer } from '#tests/server/server-process.ts'

let sandbox: Sandbox
let server: ServerProcess
beforeAll(async () => {
  sandbox = await aSandbox()
  server = await startServer({ ...sandbox.environment, TRUST_PROXY: '1' })
})
afterAll(async () => {
  await server.stop('SIGTERM')
  await sandbox.remove()
})

describe('the app', () => {
  it('is served with a policy made of hashes', async () => {
    const page = await send(server, '/customers/k7f2m9x1/orders?open=k7f2m9x1.orders', {
      headers: { accept: 'text/html' },
    })
    expect(await page.text()).toContain('<title>App</title>')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/=]{44}';/)
    expect(policy).toContain("style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';")
    expect(policy).not.toMatch(/unsafe|nonce/)
  })

  it('comes compressed and stays in the cache', async () => {
    const plain = await send(server, '/assets/main-1234.js', { headers: { 'accept-encoding': 'identity' } })
    expect(await plain.text()).toBe(script)
    const socket = createConnection(server.port, '127.0.0.1')
    socket.end('GET /assets/main-1234.js HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n')
    const answer = Buffer.concat(await socket.toArray())
    const [head = ''] = answer.toString('latin1').split('\r\n\r\n')
    expect(head).toMatch(/content-encoding: br/i)
    expect(head).toMatch(/cache-control: public, max-age=31536000, immutable/i)
    expect(brotliDecompressSync(answer.subarray(head.length + 4)).toString()).toBe(script)
  })

  it('is told by the health checks', async () => {
    for (const path of ['/api/v1/health/live', '/api/v1/health/ready']) {
      const response = await send(server, path)
      expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
    }
  })
})

describe('sign-in', () => {
  it('gives a cookie that scripts cannot read', async () => {
    const response = await signIn(server)
    expect(response.headers.get('set-cookie')).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    const me = await send(server, '/api/v1/me', { cookie: cookieOf(response) })
    expect(await me.json()).toMatchObject({ username: 'admin', roles: ['systemAdministrator'] })
  })

  it('gives a cookie for HTTPS only behind a proxy that speaks it', async () => {
    const https = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'shop.example', origin: 'https://shop.example' }
    const response = await send(server, '/api/v1/auth/session', {
      method: 'POST',
      headers: https,
      body: JSON.stringify({ username: 'admin', password: adminPassword }),
    })
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000')
    const cookie = cookieOf(response)
    expect((await send(server, '/api/v1/me', { cookie, headers: https })).status).toBe(200)
    const foreign = { ...https, origin: 'https://evil.example' }
    const forged = await send(server, '/api/v1/auth/session', { method: 'DELETE', cookie, headers: foreign })
    expect(forged.status).toBe(403)
  })

  it('ends with signing out', async () => {
    const cookie = cookieOf(await signIn(server))
    expect((await send(server, '/api/v1/auth/session', { method: 'DELETE', cookie })).status).toBe(204)
    expect((await send(server, '/api/v1/me', { cookie })).status).toBe(401)
  })

  it('is refused after five wrong passwords, one account at a time', async () => {
    const statuses: number[] = []
    for (let count = 0; count < 6; count += 1) statuses.push((await signIn(server, 'nobody', 'wrong')).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
    expect((await signIn(server)).status).toBe(200)
  })

  it('compresses long answers and keeps their entity tag', async () => {
    const cookie = cookieOf(await signIn(server))
    const me = await send(server, '/api/v1/me', { cookie, headers: { 'accept-encoding': 'gzip' } })
    const description = await send(server, '/api/v1/openapi.json', { headers: { 'accept-encoding': 'gzip' } })
    expect(me.headers.get('etag')).toBe(((await me.json()) as { etag: string }).etag)
    expect(description.headers.get('content-encoding')).toBe('gzip')
  })
})

describe('stopping', () => {
  it('finishes the request that runs, and ends with 0', async () => {
    const place = await aSandbox()
    const other = await startServer(place.environment)
    const body = JSON.stringify({ username: 'admin', password: adminPassword })
    const socket = createConnection(other.port, '127.0.0.1').setEncoding('utf8')
    let answer = ''
    socket.on('data', (text: string) => (answer += text))
    socket.write(
      [
        'POST /api/v1/auth/session HTTP/1.1',
        'Host: x',
        'Content-Type: application/json',
        `Content-Length: ${body.length}`,
        'Expect: 100-continue',
        '\r\n',
      ].join('\r\n'),
    )
    await once(socket, 'data')
    const ended = other.stop('SIGTERM')
    await other.hears('stopping')
    socket.write(body)
    const end = await ended
    expect(answer).toMatch(/100 Continue[\s\S]+200 OK/)
    expect(end.code).toBe(0)
    expect(end.out).toContain('"msg":"stopped"')
    await place.remove()
  })

  it('happens too when npm is told to', async () => {
    const place = await aSandbox()
    const started = await startServer(place.environment, { throughNpm: true })
    const end = await started.stop('SIGTERM')
    expect([end.code, end.out]).toEqual([0, expect.stringContaining('"msg":"stopped"')])
    await place.remove()
  })
})
