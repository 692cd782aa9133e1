import * as z from 'zod/mini'
import type { Endpoint } from '#/contract/endpoint.ts'
import { endpoints } from '#/contract/endpoints.ts'
import { problemSchema } from '#/contract/problem.ts'
import { describeApi } from '#server/api/openapi.ts'

const table = Object.values(endpoints) as Endpoint[]
const { paths } = describeApi() as { paths: Record<string, Record<string, { responses: object }>> }

/** What an answer has that the contract does not say; empty when it conforms. */
export function breachesOf(request: Request, status: number, headers: Headers, text: string): string[] {
  const { pathname } = new URL(request.url)
  const endpoint = table.find(({ method, path }) => method === request.method && templateOf(path).test(pathname))
  const breaches: string[] = []
  if (!headers.get('x-request-id')) breaches.push('no X-Request-Id')
  if (headers.get('vary') !== 'Cookie, Authorization') breaches.push('Vary')

  const type = headers.get('content-type')
  if (status >= 400) {
    if (type !== 'application/problem+json') breaches.push(`a refusal of type ${type}`)
    breaches.push(...differences(problemSchema, text))
  }
  if (!endpoint) return breaches
  const declared = paths[endpoint.path]?.[endpoint.method.toLowerCase()]?.responses ?? {}
  if (!(status in declared)) breaches.push(`${endpoint.name} does not declare ${status}`)
  const schema = endpoint.responses[status as 200]
  if (schema) breaches.push(...differences(schema, text))
  if (status < 300 && endpoint.versioned && headers.get('etag') !== (JSON.parse(text) as { etag: string }).etag) {
    breaches.push('ETag is not the member etag')
  }
  const isKept = endpoint.cacheable && status < 400
  if (headers.get('cache-control') !== (isKept ? 'private, no-cache' : 'no-store')) breaches.push('Cache-Control')
  return breaches
}

const templateOf = (path: string) =>
  new RegExp(`^/api/v1${path.replaceAll(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`)

/** Values that the schema refuses and members that it does not know. */
function differences(schema: NonNullable<Endpoint['body']>, text: string): string[] {
  const body = JSON.parse(text) as unknown
  const parsed = z.safeParse(schema, body)
  if (!parsed.success) return parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`)
  return JSON.stringify(sorted(parsed.data)) === JSON.stringify(sorted(body)) ? [] : ['undeclared members']
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(sorted)
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]))
}
