import * as z from 'zod/mini'
import type { BodyOf, Endpoint, PathParamsOf, QueryOf, ResultOf } from '#/contract/endpoint.ts'
import { problemSchema, problemTypes, type ProblemType } from '#/contract/problem.ts'
import { ApiError } from '#/shared/api/api-error.ts'

type NeedsNothing<T> = [unknown] extends [T] ? true : T extends undefined ? true : false
type PathPart<E extends Endpoint> =
  NeedsNothing<PathParamsOf<E>> extends true ? { path?: undefined } : { path: PathParamsOf<E> }
type QueryPart<E extends Endpoint> = QueryOf<E> extends undefined ? { query?: undefined } : { query?: QueryOf<E> }
type BodyPart<E extends Endpoint> = BodyOf<E> extends undefined ? { body?: undefined } : { body: BodyOf<E> }
interface Options {
  signal?: AbortSignal | undefined
  /** ETag of the version that the change is based on. */
  ifMatch?: string | undefined
  /** Create only. */
  ifNoneMatch?: '*' | undefined
  /** One key per intent of the person, not per attempt. */
  idempotencyKey?: string | undefined
  /** The request outlives the page; its body may be 64 KiB. */
  keepalive?: boolean | undefined
  /** What an upload sends, with its name. */
  file?: File | undefined
}

export type CallOptions<E extends Endpoint> = Options & PathPart<E> & QueryPart<E> & BodyPart<E>

interface LooseOptions extends Options {
  path?: Record<string, string> | undefined
  query?: Record<string, unknown> | undefined
  body?: unknown
}

/** Address of a call below `/api/v1`; lists repeat their parameter, absent values are left out. */
export function addressOf(endpoint: Endpoint, options: Pick<LooseOptions, 'path' | 'query'>): string {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(options.path?.[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(options.query ?? {})) {
    if (value === undefined) continue
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one))
  }
  const query = search.toString()
  return `/api/v1${path}${query ? `?${query}` : ''}`
}

function headersOf(endpoint: Endpoint, options: LooseOptions): Headers {
  const headers = new Headers({ accept: 'application/json' })
  if (options.body !== undefined) {
    headers.set('content-type', endpoint.method === 'PATCH' ? 'application/merge-patch+json' : 'application/json')
  }
  if (options.file) {
    headers.set('content-type', 'application/octet-stream')
    headers.set('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(options.file.name)}`)
  }
  if (options.ifMatch !== undefined) headers.set('if-match', options.ifMatch)
  if (options.ifNoneMatch !== undefined) headers.set('if-none-match', options.ifNoneMatch)
  if (options.idempotencyKey !== undefined) headers.set('idempotency-key', options.idempotencyKey)
  return headers
}

/** What a refusal says. */
export async function failureOf(response: Response): Promise<ApiError> {
  const requestId = response.headers.get('x-request-id') ?? undefined
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  const facts = { status: response.status, requestId, retryAfter: Number.isNaN(retryAfter) ? undefined : retryAfter }
  const parsed = z.safeParse(problemSchema, await response.json().catch(() => undefined))
  if (!parsed.success) return new ApiError(response.status >= 500 ? 'unavailable' : 'shape', facts)
  const name = parsed.data.type.replace(/^\/problems\//, '')
  const type = name in problemTypes ? (name as ProblemType) : 'internal'
  return new ApiError(type, { ...facts, problem: parsed.data })
}

type CallArguments<E extends Endpoint> = {} extends CallOptions<E> ? [CallOptions<E>?] : [CallOptions<E>]

/**
 * Calls an endpoint of the table and gives the answer unread.
 * @throws {ApiError} for every refusal and failure of the network
 */
export async function send<E extends Endpoint>(endpoint: E, ...[options]: CallArguments<E>): Promise<Response> {
  const loose = (options ?? {}) as LooseOptions
  let response: Response
  try {
    response = await fetch(new URL(addressOf(endpoint, loose), window.location.origin), {
      method: endpoint.method,
      headers: headersOf(endpoint, loose),
      credentials: 'same-origin',
      ...(loose.keepalive ? { keepalive: true } : {}),
      ...(loose.file ? { body: loose.file } : loose.body === undefined ? {} : { body: JSON.stringify(loose.body) }),
      ...(loose.signal ? { signal: loose.signal } : {}),
    })
  } catch (cause) {
    if (loose.signal?.aborted) throw cause
    throw new ApiError('network', { cause })
  }
  if (!response.ok) throw await failureOf(response)
  return response
}

/**
 * Calls an endpoint of the table and parses the answer.
 * @throws {ApiError} for every refusal, failure of the network and answer that breaks the contract
 */
export async function api<E extends Endpoint>(endpoint: E, ...options: CallArguments<E>): Promise<ResultOf<E>> {
  const response = await send(endpoint, ...options)
  const schema = endpoint.responses[response.status as 200]
  if (!schema) return null as ResultOf<E>
  const parsed = z.safeParse(schema, await response.json().catch(() => undefined))
  if (!parsed.success) {
    throw new ApiError('shape', {
      status: response.status,
      requestId: response.headers.get('x-request-id') ?? undefined,
      cause: parsed.error,
    })
  }
  return parsed.data as ResultOf<E>
}
