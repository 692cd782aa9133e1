import * as z from 'zod/mini'
import { holdsEvidentCardNumber, withoutCardNumber } from '#/contract/card-number.ts'
import type { Endpoint } from '#/contract/endpoint.ts'
import { Refusal, invalidParameter } from '#server/api/refusal.ts'
import { isStorable, parseQuery } from '#server/api/validation.ts'

export const maxBodyBytes = 1024 * 1024

/** The body as it came; 413 beyond the limit, without reading further. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (!request.body) return new Uint8Array()
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    bytes += value.byteLength
    if (bytes > maxBytes) {
      await reader.cancel()
      throw new Refusal('too-large', { detail: `At most ${maxBytes} bytes` })
    }
    chunks.push(value)
  }
  const whole = new Uint8Array(bytes)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

const mergePatch = 'application/merge-patch+json'

export const mediaTypeOf = (endpoint: Endpoint) => (endpoint.method === 'PATCH' ? mergePatch : 'application/json')

/** 415 unless the body is of the one type that the endpoint takes, in UTF-8. */
export function requireMediaType(endpoint: Endpoint, request: Request): void {
  if (!endpoint.body) return
  const [type = '', ...parameters] = (request.headers.get('content-type') ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase())
  const expected = mediaTypeOf(endpoint)
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))
  if (type === expected && (!charset || /^charset="?utf-8"?$/.test(charset))) return
  throw new Refusal(
    'unsupported-media-type',
    { detail: `Expected ${expected}` },
    endpoint.method === 'PATCH' ? { 'Accept-Patch': mergePatch } : {},
  )
}

/** The body as JSON, not yet checked against the contract; 400 when it is none. */
export function readJson(endpoint: Endpoint, text: string): unknown {
  if (endpoint.upload) return undefined
  if (!endpoint.body) {
    if (text.trim() === '' || text.trim() === '{}') return undefined
    throw new Refusal('malformed-request', { detail: 'This request takes no body' })
  }
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new Refusal('malformed-request', { detail: 'The body is not JSON' })
  }
}

/** Reads and checks query strings of one endpoint; 400 names what is unknown, repeated or malformed. */
export function queryReader(endpoint: Endpoint): (search: URLSearchParams) => unknown {
  const schema = endpoint.query ?? z.strictObject({})
  const repeatable = arrayMembers(endpoint)
  return (search) => {
    const values: Record<string, unknown> = {}
    for (const name of new Set(search.keys())) {
      const parameter = withoutCardNumber(name)
      const given = search.getAll(name)
      if (!given.every((value) => isStorable(value) && (value !== '' || name === 'q'))) {
        throw invalidParameter({ parameter, code: 'invalid', detail: 'Empty, or not a text' })
      }
      if (given.some(holdsEvidentCardNumber)) {
        throw invalidParameter({ parameter, code: 'card-number', detail: 'Looks like the number of a payment card' })
      }
      if (given.length > 1 && !repeatable.has(name)) {
        throw invalidParameter({ parameter, code: 'repeated', detail: 'Only one value is taken' })
      }
      values[name] = repeatable.has(name) ? given : given[0]
    }
    const query = parseQuery(schema, values)
    return endpoint.query ? query : undefined
  }
}

function arrayMembers(endpoint: Endpoint): Set<string> {
  if (!endpoint.query) return new Set()
  const { properties = {} } = z.toJSONSchema(endpoint.query)
  return new Set(Object.keys(properties).filter((name) => Object(properties[name]).type === 'array'))
}
