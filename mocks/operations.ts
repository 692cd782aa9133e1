import type { Endpoint } from '#/contract/endpoint.ts'
import { endpoints, type EndpointName } from '#/contract/endpoints.ts'

export type Endpoints = typeof endpoints

/** Which endpoint a request is meant for, with the values of its `{placeholders}`. */
export interface Operation {
  name: EndpointName
  endpoint: Endpoint
  path: Record<string, string>
}

const base = '/api/v1'

/** The most literal path first: a fixed word beats a placeholder. */
const patterns = Object.entries(endpoints)
  .map(([name, endpoint]) => ({
    name: name as EndpointName,
    endpoint: endpoint as Endpoint,
    placeholders: [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, placeholder = '']) => placeholder),
    pattern: new RegExp(`^${base}${endpoint.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '([^/]+)')}$`),
  }))
  .toSorted((a, b) => a.placeholders.length - b.placeholders.length)

/** The endpoint of the table that a request calls; nothing for a path or method that the contract does not have. */
export function operationOf({ method, url }: Pick<Request, 'method' | 'url'>): Operation | undefined {
  const { pathname } = new URL(url)
  for (const { name, endpoint, placeholders, pattern } of patterns) {
    if (endpoint.method !== method) continue
    const values = pattern.exec(pathname)?.slice(1).map(decodeURIComponent)
    if (!values) continue
    return { name, endpoint, path: Object.fromEntries(placeholders.map((key, index) => [key, values[index] ?? ''])) }
  }
  return undefined
}

/** Address of an endpoint below the API; lists repeat their parameter. */
export function pathOf(endpoint: Endpoint, path: Record<string, string>, query: Record<string, unknown>): string {
  const filled = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(path[key] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one))
  }
  const text = search.toString()
  return `${base}${filled}${text === '' ? '' : `?${text}`}`
}
