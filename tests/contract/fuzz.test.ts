import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Endpoint } from '#/contract/endpoint.ts'
import { endpoints } from '#/contract/endpoints.ts'
import type { EndpointName } from '#/contract/endpoints.ts'
import { describeApi } from '#server/api/openapi.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'
import { aWorld } from '#tests/contract/world.ts'

const table = Object.entries(endpoints) as [EndpointName, Endpoint][]
const { paths } = describeApi() as {
  paths: Record<string, Record<string, { parameters: { name: string; in: string }[] }>>
}

/** What databases, encodings and patterns stumble over. */
const nastyTexts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  "'",
  '"',
  '%',
  '_',
  '\\',
  "'; drop table customers; --",
  '😀',
  '\u202eabc',
  'İ',
  'ß',
  '-0',
  '1e400',
  '9007199254740992',
  '-9007199254740992',
  '99999999999999999999',
  '0.1',
  'NaN',
  'true',
  'null',
  '2026-02-30',
  '0000-01-01',
  '9999-12-31',
  '9999-12-31T23:59:59.999999Z',
  '0000-01-01T00:00:00Z',
  '*',
  'a*',
  '-',
  '"',
  'email:',
  'registered:>9999-12-31',
  'registered:0000-01-01..',
  'phone:1*',
  'order:"',
  '-number:%',
  'name',
  '-total,-createdAt',
  'x'.repeat(200),
  'active',
  'global',
  'CA',
  'en',
]
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...nastyTexts) },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
)
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    text,
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('record'),
  ),
  list: fc.array(tie('value'), { maxLength: 3 }),
  record: fc.dictionary(text, tie('value'), { maxKeys: 3 }),
})).value

describe.each(targets)('any input on $name', ({ open }) => {
  let target: Target
  let world: ReturnType<typeof aWorld>
  beforeAll(async () => {
    target = await open()
    world = aWorld()
    await target.insert(world.rows)
  })
  afterAll(async () => target.close())

  const parametersOf = ({ path, method }: Endpoint) =>
    (paths[path]?.[method.toLowerCase()]?.parameters ?? []).flatMap(({ name, in: place }) =>
      place === 'query' ? name : [],
    )

  const lists = table.filter(([, endpoint]) => parametersOf(endpoint).length > 0)

  it.each(lists)('is answered or refused as declared by %s', async (name, endpoint) => {
    const query = fc.array(fc.tuple(fc.constantFrom(...parametersOf(endpoint)), text), { maxLength: 3 })
    const [path = ''] = world.requests[name].path.split('?')
    await fc.assert(
      fc.asyncProperty(query, async (pairs) => {
        const { status } = await target
          .as('finance')
          .request(`${path}?${new URLSearchParams(pairs).toString()}`, { method: endpoint.method })
        expect(status).toBeLessThan(500)
      }),
      { numRuns: 25 },
    )
  })

  const writes = table.filter(([, endpoint]) => endpoint.body && endpoint.access !== 'public')

  it.each(writes)('is taken or refused as declared by %s', async (name, endpoint) => {
    const { path, body } = world.requests[name]
    const members = Object.keys(Object(body))
    const changed = fc.dictionary(fc.oneof(fc.constantFrom(...members), text), json, { maxKeys: 3 })
    const type = endpoint.method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          changed.map((over) => Object.assign({}, body, over)),
          json,
        ),
        async (sent) => {
          const { status } = await target.as('systemAdministrator').request(path, {
            method: endpoint.method,
            body: JSON.stringify(sent),
            headers: { 'Content-Type': type, 'If-Match': '*', 'Idempotency-Key': crypto.randomUUID() },
          })
          expect(status).toBeLessThan(500)
        },
      ),
      { numRuns: 20 },
    )
  })
})
