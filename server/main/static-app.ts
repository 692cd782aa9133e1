import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { getMimeType } from 'hono/utils/mime'
import { acceptedEncodings, type Encoding } from '#server/main/compress-answer.ts'
import type { InlineHashes } from '#server/main/security-headers.ts'

interface StaticFile {
  bodies: Record<'identity', Uint8Array<ArrayBuffer>> & Partial<Record<Encoding, Uint8Array<ArrayBuffer>>>
  hash: string
  type: string
  cacheControl: string
}

/** Names below `assets/` hold a hash of the content; everything else may change with the next build. */
const cacheControlOf = (path: string) =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'

const extensions = { br: '.br', gzip: '.gz' } as const

async function readApp(folder: string): Promise<Map<string, StaticFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
    .filter((path) => !path.includes('/.'))
  const known = new Set(paths)
  const read = async (path: string) => new Uint8Array(await readFile(join(folder, path)))
  const originals = paths.filter((path) => !/\.(br|gz)$/.test(path))
  const files = originals.map(async (path): Promise<[string, StaticFile]> => {
    const identity = await read(path)
    const file: StaticFile = {
      bodies: { identity },
      hash: createHash('sha256').update(identity).digest('base64url').slice(0, 22),
      type: getMimeType(path) ?? 'application/octet-stream',
      cacheControl: cacheControlOf(path),
    }
    for (const encoding of ['br', 'gzip'] as const) {
      const compressed = path + extensions[encoding]
      if (known.has(compressed)) file.bodies[encoding] = await read(compressed)
    }
    return [path, file]
  })
  return new Map(await Promise.all(files))
}

/** Somebody opens an address of the app, rather than a script asking for a file. */
function isNavigation(request: Request, path: string): boolean {
  const isFile = path.slice(path.lastIndexOf('/')).includes('.')
  return !isFile && (request.headers.get('accept') ?? '').includes('text/html')
}

function answerWith(file: StaticFile, request: Request): Response {
  const encoding = acceptedEncodings(request.headers.get('accept-encoding')).find((name) => file.bodies[name])
  const etag = encoding ? `"${file.hash}-${encoding}"` : `"${file.hash}"`
  const headers = new Headers({ ETag: etag, 'Cache-Control': file.cacheControl, Vary: 'Accept-Encoding' })
  const known = request.headers.get('if-none-match')?.split(',') ?? []
  if (known.some((tag) => tag.trim().replace(/^W\//, '') === etag)) return new Response(null, { status: 304, headers })

  const body = (encoding && file.bodies[encoding]) ?? file.bodies.identity
  headers.set('Content-Type', file.type)
  headers.set('Content-Length', String(body.byteLength))
  if (encoding) headers.set('Content-Encoding', encoding)
  return new Response(request.method === 'HEAD' ? null : body, { headers })
}

function refuse(status: 404 | 405): Response {
  const headers: Record<string, string> = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
  if (status === 405) headers['Allow'] = 'GET, HEAD'
  return new Response(status === 404 ? 'Not found\n' : 'Method not allowed\n', { status, headers })
}

/**
 * The built app, held in memory: it is small, no path can lead outside of it, and a build that replaces the folder does
 * not take files away from pages that are open.
 */
export async function loadStaticApp(folder: string) {
  const files = await readApp(folder)
  const hashes = JSON.parse(await readFile(join(folder, '.vite', 'inline-hashes.json'), 'utf8')) as InlineHashes

  const respond = (request: Request): Response => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
    const path = new URL(request.url).pathname
    const file = files.get(path === '/' || isNavigation(request, path) ? '/index.html' : path)
    return file ? answerWith(file, request) : refuse(404)
  }
  return { respond, hashes }
}

export type StaticApp = Awaited<ReturnType<typeof loadStaticApp>>
