import * as z from 'zod/mini'
import type { Endpoint } from '#/contract/endpoint.ts'

type Json = Record<string, unknown>

const header = (name: string, required: boolean, description: string): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
})

const descriptions: Record<string, string> = {
  limit: 'How many items at most; 50 unless told',
  cursor: 'The `next` of an earlier page of the same list',
  count: 'Adds the total, counted to at most 10,000',
  sort: 'Fields to sort by, each with `-` before it for descending order; the id decides between equals',
  q: 'Words, "phrases", `begin*`, `field:value`, each with `-` before it for its opposite; all of them must hold',
}

/** Everything that a request may carry beside its body. */
export function parametersOf(endpoint: Endpoint): Json[] {
  return [...pathParameters(endpoint), ...queryParameters(endpoint), ...headerParameters(endpoint)]
}

function pathParameters({ path }: Endpoint): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: name === 'name' ? 'Name that the row goes by' : 'Opaque id',
    schema: { type: 'string', pattern: patterns[name] ?? '^[0-9a-z-]{1,16}$' },
  }))
}

/** Of what is in a path and no id of ours. */
const patterns: Record<string, string> = {
  name: '^[A-Za-z][A-Za-z0-9-]{0,59}$',
  recordId: '^[0-9a-z-]{1,40}$',
  section: '^[a-z]{1,30}$',
  itemId: '^[0-9a-z-]{1,40}$',
}

function queryParameters({ query }: Endpoint): Json[] {
  if (!query) return []
  const { properties = {} } = z.toJSONSchema(query, {
    io: 'output',
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === 'date-time' || jsonSchema.format === 'date') delete jsonSchema.pattern
    },
  })
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    description: descriptions[name] ?? `Only what has this ${name}; repeated for any of several, where a list is taken`,
    schema,
  }))
}

function headerParameters(endpoint: Endpoint): Json[] {
  const isUpsert = endpoint.method === 'PUT' && (endpoint.ifMatch || endpoint.conditional)
  const isRevalidated = endpoint.method === 'GET' && (endpoint.versioned || endpoint.cacheable)
  return [
    ...(endpoint.ifMatch
      ? [header('If-Match', !isUpsert, 'The `etag` that the change starts from; 428 without, 412 when it is stale')]
      : []),
    ...(endpoint.conditional
      ? [header('If-Match', false, 'The `etag` that must still be current; 412 when it is not')]
      : []),
    ...(isUpsert ? [header('If-None-Match', false, '`*` creates only; 412 when it exists')] : []),
    ...(isRevalidated ? [header('If-None-Match', false, 'An `ETag` already at hand; 304 while it is current')] : []),
    ...(endpoint.upload
      ? [header('Content-Disposition', true, "Name of the file: `attachment; filename*=UTF-8''` and the encoded name")]
      : []),
    ...(endpoint.idempotency === 'none'
      ? []
      : [
          {
            ...header(
              'Idempotency-Key',
              endpoint.idempotency === 'required',
              'One UUID for each intent, kept 24 hours',
            ),
            schema: { type: 'string', format: 'uuid' },
          },
        ]),
  ]
}
