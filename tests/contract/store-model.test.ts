import { drizzle } from 'drizzle-orm/node-postgres'
import * as fc from 'fast-check'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { CustomerRow, OrderRow } from '#server/store/rows.ts'
import type { Condition, Query, Reader, Scalar, SortKey, Store } from '#server/store/store.ts'
import { createSqlStore } from '#server/store/sql/sql-store.ts'
import { createMemoryStore } from '#mocks/memory-store.ts'
import { newPostgresDatabase } from '#tests/databases.ts'
import { stores } from '#tests/contract/stores.ts'
import { aCustomerRow, anOrderRow } from '#tests/store-rows.ts'

const pieces = [
  '',
  'a',
  'A',
  'b',
  'ab',
  ' a',
  ' @',
  '*',
  '=',
  'x'.repeat(41),
  'ä',
  'a\u0308',
  '%',
  '_',
  '\\',
  '\\%',
  "'",
  '"',
  '{',
  '}',
  ',',
  '\n',
  '\0',
  'null',
]
const scripts = [
  '\u{1F600}',
  '\u{1F468}\u200D\u{1F469}',
  '\uFF5E',
  '\uD83D',
  '\uDE00',
  'שלום',
  'عرب',
  '漢字',
  '\u202E',
  '--',
  '$1',
  ';',
]
const aText = fc
  .array(fc.oneof(fc.constantFrom(...pieces, ...scripts), fc.constantFrom('a', '%', '_', '\\')), { maxLength: 3 })
  .map((parts) => parts.join(''))
const aNullableText = fc.option(aText, { freq: 4 })
const anInstant = fc.constantFrom(...[1, 2, 28].map((day) => `2026-01-0${day % 9}T00:00:00.00${day % 10}Z`))
const aNumber = fc.integer({ min: -3, max: 3 })
const anAmount = fc.constantFrom(0, 1, -1, 5_000_000_000, Number.MAX_SAFE_INTEGER)
const ids = Array.from({ length: 10 }, (_, index) => `k${index}`)

const someCustomers: fc.Arbitrary<CustomerRow[]> = fc
  .array(
    fc.record({
      nameSort: aText,
      emailSort: aNullableText,
      searchText: aText,
      registeredAt: fc.option(anInstant),
      openCaseCount: aNumber,
      isRecurringBuyer: fc.boolean(),
      scopeIds: fc.array(aText, { maxLength: 2 }),
    }),
    { maxLength: ids.length },
  )
  .map((rows) => rows.map((row, index) => aCustomerRow(`k${index}`, row)))

const someOrders: fc.Arbitrary<OrderRow[]> = fc
  .array(fc.record({ customerId: fc.constantFrom(...ids), source: aNullableText, totalMinor: fc.option(anAmount) }), {
    maxLength: 8,
  })
  .map((rows) => rows.map(({ customerId, ...row }, index) => anOrderRow(`o${index}`, customerId, row)))

const orderConditions: fc.Arbitrary<Condition<'orders'>> = fc.oneof(
  fc.record({
    op: fc.constant('in' as const),
    field: fc.constant('totalMinor' as const),
    values: fc.array(fc.option(anAmount)),
  }),
  fc.record({ op: fc.constant('contains' as const), field: fc.constant('source' as const), text: aText }),
  fc.record({
    op: fc.constant('not' as const),
    condition: fc.record({ op: fc.constant('prefix' as const), field: fc.constant('source' as const), text: aText }),
  }),
)

const range = <F extends string, V>(field: F, value: fc.Arbitrary<V>) =>
  fc.record(
    { op: fc.constant('range' as const), field: fc.constant(field), from: value, to: value },
    { requiredKeys: ['op', 'field'] },
  )

const plainConditions = [
  fc.record({
    op: fc.constant('in' as const),
    field: fc.constantFrom('nameSort' as const, 'emailSort' as const),
    values: fc.array(aNullableText, { maxLength: 4 }),
  }),
  fc.record({
    op: fc.constant('in' as const),
    field: fc.constant('registeredAt' as const),
    values: fc.array(fc.option(anInstant), { maxLength: 2 }),
  }),
  fc.record({
    op: fc.constant('in' as const),
    field: fc.constant('isRecurringBuyer' as const),
    values: fc.array(fc.boolean(), { maxLength: 2 }),
  }),
  fc.record({
    op: fc.constant('in' as const),
    field: fc.constant('openCaseCount' as const),
    values: fc.array(fc.oneof(aNumber, fc.constant(0.5)), { maxLength: 3 }),
  }),
  fc.record({
    op: fc.constantFrom('contains' as const, 'prefix' as const),
    field: fc.constantFrom('nameSort' as const, 'emailSort' as const, 'searchText' as const),
    text: aText,
  }),
  range('nameSort', aText),
  range('emailSort', aText),
  range('registeredAt', anInstant),
  range('openCaseCount', fc.oneof(aNumber, fc.constantFrom(0.5, -1.5))),
  fc.record({
    op: fc.constant('overlaps' as const),
    field: fc.constant('scopeIds' as const),
    values: fc.array(aText, { maxLength: 3 }),
  }),
  fc.record({ op: fc.constant('empty' as const), field: fc.constant('scopeIds' as const) }),
  fc.record(
    {
      op: fc.constant('exists' as const),
      collection: fc.constant('orders' as const),
      link: fc.constant('customerId' as const),
      where: orderConditions,
    },
    { requiredKeys: ['op', 'collection', 'link'] },
  ),
]

// What holds conditions is not made by `record`: it has their types anew, and comparing those takes the compiler seconds.
const { conditions } = fc.letrec<{ conditions: Condition<'customers'> }>((tie) => ({
  conditions: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    ...(plainConditions as fc.Arbitrary<Condition<'customers'>>[]),
    tie('conditions').map((condition): Condition<'customers'> => ({ op: 'not', condition })),
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('conditions'), { maxLength: 3 }))
      .map(([op, parts]): Condition<'customers'> => ({ op, conditions: parts })),
  ),
}))

const sortKeys: fc.Arbitrary<SortKey<'customers'>> = fc.oneof(
  fc.record({
    field: fc.constantFrom(
      'nameSort' as const,
      'emailSort' as const,
      'registeredAt' as const,
      'openCaseCount' as const,
      'isRecurringBuyer' as const,
    ),
    descending: fc.boolean(),
  }),
  fc.array(conditions, { maxLength: 2 }).map((rank): SortKey<'customers'> => ({ rank })),
)

const someSortKeys = fc.array(sortKeys, { maxLength: 3 })
const aLimit = fc.integer({ min: 1, max: 6 })
const aQuestion: fc.Arbitrary<Query<'customers'>> = fc.oneof(
  fc.tuple(conditions, aLimit).map(([where, limit]) => ({ where, limit })),
  fc.tuple(conditions, aLimit, someSortKeys).map(([where, limit, sort]) => ({ where, limit, sort })),
)
const questions = fc.array(aQuestion, { minLength: 5, maxLength: 5 })

/** Every page of the answer, its ids and where it ended. */
async function pages(
  reader: Reader,
  query: Query<'customers'>,
): Promise<{ ids: string[]; next: Scalar[] | undefined }[]> {
  const all: { ids: string[]; next: Scalar[] | undefined }[] = []
  let after: Scalar[] | undefined
  do {
    const { rows, next } = await reader.find('customers', { ...query, ...(after && { after }) })
    all.push({ ids: rows.map((row) => row.id), next })
    after = next
  } while (after)
  return all
}

async function answersOf(store: Store, customers: CustomerRow[], orders: OrderRow[], queries: Query<'customers'>[]) {
  const undone = new Error('undone')
  const answers: unknown[] = []
  const trying = store.transaction(async (tx) => {
    await tx.insert('customers', customers)
    await tx.insert('orders', orders)
    answers.push((await tx.find('customers', {})).rows, (await tx.find('orders', {})).rows)
    for (const query of queries) answers.push(await pages(tx, query), await tx.count('customers', query.where, 3))
    throw undone
  })
  await expect(trying).rejects.toBe(undone)
  return answers
}

/** With so few rows the other ways to them would never be taken. */
async function openLikeLarge(): Promise<Store> {
  const connectionString = await newPostgresDatabase(inject('postgresTemplate'))
  const options = ['seqscan', 'bitmapscan', 'sort'].map((way) => `-c enable_${way}=off`).join(' ')
  const pool = new Pool({ connectionString, options })
  return createSqlStore(drizzle({ client: pool }), { close: async () => pool.end(), ways: { few: -1, window: 2 } })
}

const databases = [
  ...stores.filter(({ name }) => name !== 'memory'),
  { name: 'PostgreSQL as with many rows', open: openLikeLarge },
]

describe.each(databases)('$name', ({ open }) => {
  const model = createMemoryStore()
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(async () => store.close())

  it('answers every question as the memory store does', async () => {
    await fc.assert(
      fc.asyncProperty(someCustomers, someOrders, questions, async (customers, orders, queries) => {
        const answers = await answersOf(store, customers, orders, queries)
        expect(answers).toEqual(await answersOf(model, customers, orders, queries))
      }),
      { numRuns: 60, seed: 20_261_122 },
    )
  }, 180_000)
})
