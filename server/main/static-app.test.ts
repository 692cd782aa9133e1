import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finishFolder } from '#server/build/finish-app.ts'
import { loadStaticApp, type StaticApp } from '#server/main/static-app.ts'

const page =
  '<!doctype html><script>boot()</script><style>b{}</style><script type="module" src="/assets/main-abc.js"></script>'
const script = 'export const words = "words"\n'.repeat(100)

let folder: string
let app: StaticApp

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'static-app-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), page)
  await writeFile(join(folder, 'assets', 'main-abc.js'), script)
  await writeFile(join(folder, 'favicon.svg'), '<svg/>')
  await finishFolder(folder)
  app = await loadStaticApp(folder)
})
afterAll(() => rm(folder, { recursive: true }))

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  app.respond(new Request(`http://here${path}`, { method, headers }))
const navigation = { accept: 'text/html,*/*' }

describe('the static app', () => {
  it('serves the page so that the next build is seen at once', async () => {
    const response = get('/')
    expect(await response.text()).toBe(page)
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(get('/', { 'if-none-match': response.headers.get('etag') ?? '' }).status).toBe(304)
  })

  it('serves hashed files for ever, in the best encoding that is taken', async () => {
    const brotli = get('/assets/main-abc.js', { 'accept-encoding': 'gzip, deflate, br' })
    expect(brotli.headers.get('cache-control')).toContain('immutable')
    expect(brotli.headers.get('content-encoding')).toBe('br')
    expect(brotliDecompressSync(await brotli.arrayBuffer()).toString()).toBe(script)
    const gzipped = get('/assets/main-abc.js', { 'accept-encoding': 'gzip, br;q=0' })
    expect(gunzipSync(await gzipped.arrayBuffer()).toString()).toBe(script)
    const plain = get('/assets/main-abc.js')
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(new Set([brotli, gzipped, plain].map((response) => response.headers.get('etag'))).size).toBe(3)
  })

  it('gives the page for every address of the app that a browser opens', async () => {
    expect(await get('/customers/k7f2/orders?open=k7f2.orders', navigation).text()).toBe(page)
    expect(await get('/orders', { accept: 'text/html' }).text()).toBe(page)
  })

  it('never gives the page where a file was asked for', () => {
    expect(get('/assets/gone-123.js', navigation).status).toBe(404)
    expect(get('/orders', { accept: 'application/json' }).status).toBe(404)
  })

  it('answers HEAD like GET without a body, and nothing else', async () => {
    const head = get('/favicon.svg', {}, 'HEAD')
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '6', ''])
    expect(get('/', {}, 'POST').status).toBe(405)
  })

  it.each(['/.vite/inline-hashes.json', '/../package.json', '/%2e%2e/package.json', '/assets', '/index.html.br'])(
    'keeps %s to itself',
    (path) => {
      expect(get(path).status).toBe(404)
    },
  )

  it('knows the hashes of what the page holds inline', () => {
    expect(app.hashes.scripts).toHaveLength(1)
    expect(app.hashes.styles).toContain('sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=')
    expect(app.hashes.styles).toHaveLength(2)
  })
})
