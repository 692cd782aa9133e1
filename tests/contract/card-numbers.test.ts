import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import type { Endpoint } from '#/contract/endpoint.ts'
import { endpoints } from '#/contract/endpoints.ts'
import type { EndpointName } from '#/contract/endpoints.ts'
import { cardNumbersIn } from '#tests/card-numbers.ts'
import { createMemoryStore } from '#mocks/memory-store.ts'
import { openTarget, type Target } from '#tests/contract/target.ts'
import { aWorld } from '#tests/contract/world.ts'

/** Members that lists of bodies need beside the one with the number. */
const inLists: Partial<Record<EndpointName, Json>> = {
  putLookup: { values: [{ value: 'a', label: { en: 'A' }, sortOrder: 1, active: true }] },
}

type Json = { [name: string]: Json } | Json[] | string | number | boolean | null
interface JsonSchema {
  type?: string
  anyOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  additionalProperties?: JsonSchema | boolean
  items?: JsonSchema
  enum?: unknown[]
  const?: unknown
  pattern?: string
  format?: string
}

const digits = '4111111111111111'
const spelled = '4111 1111-1111 1111'

/** Each way to put a card number where a body takes free text, also below members that are absent by default. */
function placesIn(schema: JsonSchema, path: readonly (string | number)[] = []): (string | number)[][] {
  const { type, anyOf = [], properties = {}, additionalProperties, items } = schema
  const isClosed = schema.enum !== undefined || schema.const !== undefined || schema.format !== undefined
  return [
    ...(type === 'string' && !isClosed ? [[...path]] : []),
    ...anyOf.flatMap((one) => placesIn(one, path)),
    ...Object.entries(properties).flatMap(([name, inner]) => placesIn(inner, [...path, name])),
    ...(typeof additionalProperties === 'object' ? placesIn(additionalProperties, [...path, 'en']) : []),
    ...(items ? placesIn(items, [...path, 0]) : []),
  ]
}

function withAt(value: Json | undefined, [part, ...rest]: (string | number)[], text: Json): Json {
  if (part === undefined) return text
  if (typeof part === 'number') return [withAt(Array.isArray(value) ? value[0] : undefined, rest, text)]
  const members = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  return { ...members, [part]: withAt(members[part], rest, text) }
}

/** Sign-in takes any password, and a name that nobody has. */
const isWrite = ([, { body, access }]: [EndpointName, Endpoint]) => body !== undefined && access !== 'public'
const writes = (Object.entries(endpoints) as [EndpointName, Endpoint][]).filter(isWrite)
const places = writes.flatMap(([name, { body }]) => {
  const schema = body && (z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) as JsonSchema)
  return placesIn(schema ?? {}).map((path) => ({ name, path, pointer: `/${path.join('/')}` }))
})

describe('a card number', () => {
  let target: Target
  beforeAll(async () => {
    target = await openTarget(createMemoryStore())
  })
  afterAll(async () => target.close())

  const send = async (name: EndpointName, change: (body: Json) => Json) => {
    const world = aWorld()
    await target.insert(world.rows)
    const { path, body = {}, ifMatch, ifNoneMatch } = world.requests[name]
    const { method } = endpoints[name]
    const response = await target.as('systemAdministrator').request(path, {
      method,
      body: JSON.stringify(change(Object.assign({}, body, inLists[name]))),
      headers: {
        'Content-Type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
        ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }),
        ...(ifNoneMatch === undefined ? {} : { 'If-None-Match': ifNoneMatch }),
      },
    })
    return { status: response.status, text: await response.text() }
  }

  it('is looked for in every body', () => {
    expect(places.length).toBeGreaterThan(60)
    expect(new Set(places.map(({ name }) => name))).toContain('createStatusChange')
  })

  it.each(places)('is refused by $name at $pointer, and not repeated', async ({ name, path }) => {
    const { status, text } = await send(name, (body) =>
      withAt(body, path, path.includes('email') ? `${digits}@mail.example` : spelled),
    )
    expect(status).toBe(422)
    expect(text).toMatch(/card-number|invalid|unrecognized|not-allowed|wrong-type|required/)
    expect(cardNumbersIn(text, new Set([digits]))).toEqual([])
  })

  it.each(writes.map(([name]) => name))('is no name of a member for %s', async (name) => {
    const { status, text } = await send(name, (body) => withAt(body, [digits], 'x'))
    expect(status).toBe(422)
    expect(cardNumbersIn(text, new Set([digits]))).toEqual([])
  })

  it('does not reach the log or an answer by way of an address', async () => {
    const client = target.as('systemAdministrator')
    for (const path of [
      `/customers?q=${digits}`,
      `/orders?q=${spelled}`,
      `/customers?${digits}=1`,
      `/customers/${digits}`,
    ]) {
      const response = await client.request(path, { headers: { 'X-Request-Id': digits } })
      expect([400, 404]).toContain(response.status)
      expect(
        cardNumbersIn(`${await response.text()} ${response.headers.get('X-Request-Id')}`, new Set([digits])),
      ).toEqual([])
    }
  })

  it('was stored nowhere', async () => {
    const rows = [
      ...(await target.store.find('idempotencyKeys', {})).rows,
      ...(await target.store.find('activities', {})).rows,
      ...(await target.store.find('customers', {})).rows,
      ...(await target.store.find('addresses', {})).rows,
      ...(await target.store.find('lookups', {})).rows,
      ...(await target.store.find('organizations', {})).rows,
      ...(await target.store.find('attributeDefinitions', {})).rows,
    ]
    expect(rows.length).toBeGreaterThan(50)
    expect(cardNumbersIn(JSON.stringify(rows), new Set([digits]))).toEqual([])
  })
})
