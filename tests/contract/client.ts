import type { Problem } from '#/contract/problem.ts'
import { readEvents, type EventReader } from '#tests/event-reader.ts'
import { breachesOf } from '#tests/contract/conformance.ts'

export interface Answer<Body> {
  status: number
  headers: Headers
  body: Body
}

interface WriteOptions {
  ifMatch?: string
  ifNoneMatch?: string
  key?: string
  headers?: Record<string, string>
}

/** Sends requests as one person. Bodies come back as what the test expects them to be. */
export interface Client {
  request(path: string, init?: RequestInit): Promise<Response>
  get<Body = Record<string, unknown>>(path: string, headers?: Record<string, string>): Promise<Answer<Body>>
  post<Body = Record<string, unknown>>(path: string, body?: unknown, options?: WriteOptions): Promise<Answer<Body>>
  put<Body = Record<string, unknown>>(path: string, body?: unknown, options?: WriteOptions): Promise<Answer<Body>>
  patch<Body = Record<string, unknown>>(path: string, body: unknown, options?: WriteOptions): Promise<Answer<Body>>
  /** Opens an event stream; anything but a stream is an error. */
  stream(path: string, headers?: Record<string, string>): Promise<EventReader>
  remove<Body = Record<string, unknown>>(path: string, options?: WriteOptions): Promise<Answer<Body>>
}

export function createClient(fetch: (request: Request) => Promise<Response>): Client {
  /** Every answer of every test is held against the contract. */
  const request: Client['request'] = async (path, init) => {
    const asked = new Request(`http://localhost/api/v1${path}`, init)
    const response = await fetch(asked)
    const breaches = breachesOf(asked, response.status, response.headers, await response.clone().text())
    if (breaches.length > 0) throw new Error(`${asked.method} ${path}: ${breaches.join('; ')}`)
    return response
  }

  const send = async <Body>(method: string, path: string, init: RequestInit = {}): Promise<Answer<Body>> => {
    const response = await request(path, { ...init, method })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? undefined : JSON.parse(text)) as Body,
    }
  }
  const write = async <Body>(method: string, path: string, body: unknown, options: WriteOptions = {}) => {
    const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
    return await send<Body>(method, path, {
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': type }),
        ...(options.ifMatch === undefined ? {} : { 'If-Match': options.ifMatch }),
        ...(options.ifNoneMatch === undefined ? {} : { 'If-None-Match': options.ifNoneMatch }),
        ...(options.key === undefined ? {} : { 'Idempotency-Key': options.key }),
        ...options.headers,
      },
    })
  }

  return {
    request,
    get: async (path, headers = {}) => await send('GET', path, { headers }),
    post: async (path, body, options) => await write('POST', path, body, { key: crypto.randomUUID(), ...options }),
    put: async (path, body, options) => await write('PUT', path, body, options),
    stream: async (path, headers = {}) => {
      const init = { headers: { accept: 'text/event-stream', ...headers } }
      const response = await fetch(new Request(`http://localhost/api/v1${path}`, init))
      const isStream = response.headers.get('content-type') === 'text/event-stream; charset=utf-8'
      if (response.status !== 200 || !isStream || !response.body) throw new Error(`no stream: ${response.status}`)
      return readEvents(response.body)
    },
    patch: async (path, body, options) => await write('PATCH', path, body, options),
    remove: async (path, options) => await write('DELETE', path, undefined, options),
  }
}

/** Type and places of a refusal, as tests compare them. */
export function refusal({ status, body }: Answer<unknown>) {
  const { type, errors } = body as Problem
  return {
    status,
    type: type.replace('/problems/', ''),
    ...(errors ? { errors: errors.map(({ pointer, parameter, code }) => `${pointer ?? parameter}: ${code}`) } : {}),
  }
}
