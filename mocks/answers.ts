import { HttpResponse } from 'msw/http'
import type { Endpoint } from '#/contract/endpoint.ts'
import { problemTypes, type Problem, type ProblemType } from '#/contract/problem.ts'

/** A refusal as the server words it; `retryAfter` in seconds. */
export function problem(
  type: ProblemType,
  { retryAfter, ...members }: Partial<Problem> & { retryAfter?: number } = {},
): Response {
  const [status, title] = problemTypes[type]
  const body: Problem = { type: `/problems/${type}`, title, status, instance: 'mock-request', ...members }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'X-Request-Id': 'mock-request',
      'Cache-Control': 'no-store',
      ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
    },
  })
}

/** No answer at all. */
export const networkError = (): Response => HttpResponse.error()

/** Any body with the headers of a good answer; for bodies that the contract does not allow. */
export function json(body: unknown, status = 200): Response {
  const etag = Object(body).etag as unknown
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      ...(typeof etag === 'string' ? { ETag: etag } : {}),
    },
  })
}

/** A good answer of an endpoint: its first success status, no body where the contract has none. */
export function success(endpoint: Endpoint, body: unknown): Response {
  const status = Number(Object.keys(endpoint.responses)[0] ?? 200)
  return endpoint.responses[status as 200] ? json(body, status) : new Response(null, { status })
}

export const isStream = ({ headers }: Response): boolean =>
  headers.get('content-type')?.startsWith('text/event-stream') === true

/** A stream that ends after so many milliseconds. */
export function breakingOff({ body, status, headers }: Response, milliseconds: number): Response {
  const ending = new AbortController()
  setTimeout(() => ending.abort(), milliseconds)
  const { readable, writable } = new TransformStream()
  // Aborting ends both sides.
  body?.pipeTo(writable, { signal: ending.signal }).catch(() => undefined)
  return new Response(readable, { status, headers })
}

/** An answer that breaks off. */
export async function truncated(response: Response): Promise<Response> {
  if (isStream(response)) return breakingOff(response, 200)
  const text = await response.text()
  return new Response(text.slice(0, Math.floor(text.length / 2)), {
    status: response.status,
    headers: response.headers,
  })
}

/** What a proxy answers that knows nothing of the API. */
export const htmlPage = (status = 502): Response =>
  new Response('<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>', {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  })
