import { describe, expect, it } from 'vitest'
import { createMemoryStore } from '#mocks/memory-store.ts'
import { ImportInterruptedError } from '#server/import/run-import.ts'
import type { Outcome, ResourceName } from '#server/import/source-record.ts'
import { smallRows } from '#mocks/seed/small-seed.ts'
import type { CollectionName } from '#server/store/rows.ts'
import type { Query } from '#server/store/store.ts'
import { contentOf, importRecords } from '#tests/import-run.ts'

type Line = readonly [ResourceName, Record<string, unknown>]

const key = (externalId: string) => ({ sourceSystem: 'crm', externalId })
const scope: Line = ['scopes', { ...key('shop'), name: 'Shop', currency: 'EUR', languages: ['de-DE'] }]
const customer = (id: string, over = {}): Line => [
  'customers',
  { ...key(id), customerNumber: `K-${id}`, firstName: 'Ada', lastName: id, scopes: [key('shop')], ...over },
]
const address = (id: string, owner: string, over = {}): Line => [
  'addresses',
  { ...key(id), customer: key(owner), line1: 'Ring 1', city: 'Bonn', countryCode: 'DE', postalCode: '53111', ...over },
]
const order = (id: string, owner: string, over = {}): Line => [
  'orders',
  {
    ...key(id),
    number: id,
    customer: key(owner),
    scope: key('shop'),
    kind: 'past',
    status: { code: 'Completed', class: 'completed' },
    createdAt: '2025-03-01T10:00:00Z',
    total: { amountMinor: 1250, currency: 'EUR' },
    ...over,
  },
]

const everything: Line[] = [
  scope,
  ['scopes', { ...key('branch'), name: 'Branch', parent: key('shop'), currency: 'EUR' }],
  ['attribute-groups', { id: 'likes', label: { en: 'Likes' }, displayOrder: 1 }],
  [
    'lookups',
    {
      name: 'colours',
      label: { en: 'Colours' },
      active: true,
      values: [{ value: 'red', label: { en: 'Red' }, sortOrder: 1, active: true }],
    },
  ],
  [
    'attribute-definitions',
    { name: 'colour', label: { en: 'Colour' }, dataType: 'lookup', lookupName: 'colours', groupId: 'likes' },
  ],
  ['organizations', { ...key('o1'), name: 'Verein', number: 'V1', addresses: [{ line1: 'Markt 2', city: 'Bonn' }] }],
  ['stores', { ...key('s1'), number: '77', name: 'Laden', operating: { available: false, reason: 'Umbau' } }],
  customer('1', { preferredStore: key('s1'), email: 'ada@post.example', pin: '4711' }),
  customer('2'),
  address('a1', '1', { isPreferredBilling: true, name: 'Home' }),
  ['memberships', { customer: key('1'), organization: key('o1') }],
  ['customer-stores', { customer: key('1'), store: key('s1'), orderCount: 3 }],
  ['attributes', { customer: key('1'), values: { colour: 'red', old: 'x' } }],
  [
    'saved-payments',
    {
      ...key('p1'),
      customer: key('1'),
      kind: 'creditCard',
      provider: 'adyen',
      card: { brand: 'visa', last4: '1111', expiryMonth: 4, expiryYear: 2030 },
      isDefault: true,
    },
  ],
  order('100', '1', {
    addresses: [key('a1')],
    savedPayments: [key('p1')],
    lines: [{ id: '1', name: 'Tee', quantity: 1.5, total: { amountMinor: 1250, currency: 'EUR' } }],
    shipments: [{ id: '1', status: 'Shipped', method: 'pickup', store: key('s1') }],
    history: [
      { at: '2025-03-01T10:00:00Z', actor: { type: 'api' }, to: 'New' },
      { at: '2025-03-02T10:00:00Z', actor: { type: 'system' }, from: 'New', to: 'Completed' },
    ],
  }),
  order('101', '1', {
    kind: 'recurring',
    createdAt: '2025-05-01T00:00:00Z',
    recurring: { frequency: 'Monthly', nextAt: '2025-06-01T00:00:00Z', lastOrder: key('100') },
  }),
  ['carts', { ...key('c1'), customer: key('1'), scope: key('branch'), name: 'Default', currency: 'EUR', total: null }],
]

/** How many were created, updated, unchanged and failed. */
function outcomes({ resources }: Awaited<ReturnType<typeof importRecords>>): number[] {
  const sum = (outcome: Outcome) => resources.reduce((all, counts) => all + counts[outcome], 0)
  return [sum('created'), sum('updated'), sum('unchanged'), sum('failed')]
}

describe('an import', () => {
  it('tells those who look on that much has changed, if it has', async () => {
    const store = createMemoryStore()
    const told = async () => (await store.find('changes', {})).rows.map(({ type, actorId }) => `${type} by ${actorId}`)
    await importRecords(store, everything, { dryRun: true })
    expect(await told()).toEqual([])
    let now = 0
    const tick = () => (now += 1000)
    await importRecords(store, everything, { now: tick, batchSize: 1 })
    const resets = await told()
    // With the first batch, then every ten seconds, and at the end.
    expect(new Set(resets)).toEqual(new Set(['reset by test']))
    expect(resets.length).toBeGreaterThan(2)
    expect(resets.length).toBeLessThan(everything.length / 2)
    await importRecords(store, everything)
    expect(await told()).toEqual(resets)
  })

  it('creates every kind of record and links them', async () => {
    const store = createMemoryStore()
    expect(outcomes(await importRecords(store, everything))).toEqual([17, 0, 0, 0])
    const content = await contentOf(store)
    const [first] = (await store.find('customers', { where: { op: 'in', field: 'externalId', values: ['1'] } })).rows
    const [laden] = content['storeLocations'] as { id: string }[]
    const [hundred] = (await store.find('orders', { where: { op: 'in', field: 'number', values: ['100'] } })).rows
    expect(first).toMatchObject({
      preferredStoreId: laden?.id,
      city: 'Bonn',
      lastOrderId: hundred?.id,
      lastOrderAt: '2025-03-01T10:00:00.000Z',
      pin: 'sealed 4',
      accountType: 'unregistered',
    })
    expect(first?.searchText).toContain('53111')
    expect(hundred).toMatchObject({
      itemCount: 2,
      shipmentCount: 1,
      totalMinor: 1250,
      searchText: expect.stringContaining('ada'),
    })
    const detail = await store.get('orderDetails', hundred?.id ?? '')
    expect(detail).toMatchObject({ history: [{ to: 'Completed' }, { to: 'New' }], shipments: [{ storeId: laden?.id }] })
    expect(detail?.addressIds).toEqual([(content['addresses'] as { id: string }[])[0]?.id])
    expect(content['customerAttributes']).toMatchObject([{ values: { colour: 'red', old: 'x' } }])
    expect(content['carts']).toMatchObject([{ totalMinor: null, itemQuantity: 0 }])
  })

  it('changes nothing the second time', async () => {
    const store = createMemoryStore()
    await importRecords(store, everything)
    const before = await contentOf(store)
    expect(outcomes(await importRecords(store, everything, { now: () => 2e12 }))).toEqual([0, 0, 17, 0])
    expect(await contentOf(store)).toEqual(before)
  })

  it('changes what differs, tells what about customers, and follows it up', async () => {
    const store = createMemoryStore()
    await importRecords(store, everything)
    const report = await importRecords(
      store,
      [
        scope,
        ['organizations', { ...key('o1'), name: 'Verein e. V.', number: 'V1' }],
        customer('1', { lastName: 'Lovelace' }),
        address('a1', '1', { isPreferredBilling: true, city: 'Köln' }),
        ['attributes', { customer: key('1'), values: { colour: null } }],
        order('102', '1', { createdAt: '2025-07-01T00:00:00Z' }),
      ],
      { now: () => 2e12 },
    )
    expect(outcomes(report)).toEqual([1, 4, 1, 0])
    const [first] = (await store.find('customers', { where: { op: 'in', field: 'externalId', values: ['1'] } })).rows
    expect(first).toMatchObject({
      lastName: 'Lovelace',
      email: null,
      city: 'Köln',
      version: 2,
      lastOrderAt: '2025-07-01T00:00:00.000Z',
      updatedAt: new Date(2e12).toISOString(),
    })
    const orders = (await store.find('orders', { where: { op: 'contains', field: 'searchText', text: 'lovelace' } }))
      .rows
    expect(orders.map(({ number }) => number).toSorted()).toEqual(['100', '101', '102'])
    expect((await store.find('memberships', {})).rows).toMatchObject([{ organizationName: 'Verein e. V.' }])
    expect((await store.find('customerAttributes', {})).rows).toMatchObject([{ values: { old: 'x' }, version: 2 }])
    const { rows } = await store.find('activities', { where: { op: 'in', field: 'kind', values: ['detailsChanged'] } })
    expect(rows).toHaveLength(1)
    const fields = rows[0]?.changes.map(({ field }) => field).toSorted()
    expect(fields).toEqual(['email', 'lastName', 'preferredStoreId'])
    expect(rows[0]).toMatchObject({ actor: { type: 'importer', id: 'crm' }, group: 'account' })
  })

  it('can refer to what was made here by its id', async () => {
    const store = createMemoryStore({ rows: smallRows() })
    const report = await importRecords(store, [
      ['addresses', { ...key('a9'), customer: { id: 'bo' }, line1: 'New Road 1', city: 'Hull', countryCode: 'GB' }],
      customer('1', { scopes: [{ id: 'uk' }] }),
    ])
    expect(outcomes(report)).toEqual([2, 0, 0, 0])
    expect((await store.get('customers', 'bo'))?.city).toBe('Hull')
  })
})

describe('bad lines', () => {
  it('are refused one by one with the place and the reason', async () => {
    const store = createMemoryStore()
    const { rejected, results } = await importRecords(store, [
      scope,
      customer('1'),
      customer('2', { customerNumber: undefined }),
      customer('3', { status: 'sleeping', shoeSize: 44 }),
      customer('1'),
      customer('4', { customerNumber: 'K-1' }),
      customer('5', { scopes: [key('nowhere')] }),
      customer('6', { email: 'nobody' }),
      customer('7'),
    ])
    expect(rejected.map(({ line, pointer, code, record }) => [line, pointer, code, record])).toEqual([
      [3, '/customerNumber', 'required', 'rejected'],
      [4, '/status', 'not-allowed', 'rejected'],
      [4, '/shoeSize', 'unrecognized', 'rejected'],
      [5, '', 'repeated', 'rejected'],
      [8, '/email', 'invalid-format', 'rejected'],
      [6, '/customerNumber', 'duplicate', 'rejected'],
      [7, '/scopes', 'unknown-reference', 'rejected'],
    ])
    expect(results.get('customers')).toEqual({ created: 2, updated: 0, unchanged: 0, failed: 6 })
    expect(await store.count('customers', undefined, 10)).toBe(2)
  })

  it('never hold back a value', async () => {
    const store = createMemoryStore()
    const { rejected } = await importRecords(store, [scope, customer('1', { email: 'secret', phone: 5 })])
    expect(JSON.stringify(rejected)).not.toContain('secret')
  })

  it('that collide with somebody else at the last moment fail alone', async () => {
    const store = createMemoryStore()
    await importRecords(store, [scope])
    /* another process takes the number after it was looked up */
    let calls = 0
    const racing = {
      ...store,
      transaction: async <T>(work: Parameters<typeof store.transaction<T>>[0]) =>
        store.transaction(async (transaction) => {
          calls += 1
          return work({
            ...transaction,
            find: async <C extends CollectionName>(collection: C, query: Query<C>) => {
              const found = await transaction.find(collection, query)
              return JSON.stringify(query).includes('customerNumber') ? { rows: [] } : found
            },
          })
        }),
    }
    await importRecords(store, [scope, customer('0', { customerNumber: 'K-2' })])
    const { results, rejected } = await importRecords(racing, [customer('1'), customer('2'), customer('3')])
    expect(results.get('customers')).toEqual({ created: 2, updated: 0, unchanged: 0, failed: 1 })
    expect(rejected).toMatchObject([{ line: 2, code: 'duplicate', pointer: '/customerNumber' }])
    // The batch, each of its lines, and to tell of it.
    expect(calls).toBe(5)
  })
})

describe('two that only one may be', () => {
  it('of preferred addresses the newest stays and the other is reported', async () => {
    const store = createMemoryStore()
    const { rejected } = await importRecords(store, [
      scope,
      customer('1'),
      address('new', '1', { isPreferredBilling: true, createdAt: '2024-05-01T00:00:00Z' }),
      address('old', '1', { isPreferredBilling: true, isPreferredShipping: true, createdAt: '2020-05-01T00:00:00Z' }),
    ])
    const { rows } = await store.find('addresses', {})
    const preferred = (flag: 'isPreferredBilling' | 'isPreferredShipping') =>
      rows.filter((row) => row[flag]).map(({ externalId }) => externalId)
    expect(preferred('isPreferredBilling')).toEqual(['new'])
    expect(preferred('isPreferredShipping')).toEqual(['old'])
    expect(rejected).toMatchObject([
      { line: 4, pointer: '/isPreferredBilling', code: 'preferred-twice', record: 'imported' },
    ])
  })

  it('of default payments the newest stays, for each provider', async () => {
    const store = createMemoryStore()
    const payment = (id: string, provider: string): Line => [
      'saved-payments',
      { ...key(id), customer: key('1'), kind: 'paypal', provider, isDefault: true },
    ]
    await importRecords(store, [scope, customer('1'), payment('a', 'x'), payment('b', 'x'), payment('c', 'y')])
    const { rows } = await store.find('savedPayments', {})
    const defaults = rows.flatMap(({ isDefault, externalId }) => (isDefault ? externalId : []))
    expect(new Set(defaults)).toEqual(new Set(['b', 'c']))
  })
})

describe('PINs', () => {
  it('are stored sealed, and a changed one is noticed', async () => {
    const store = createMemoryStore()
    await importRecords(store, [scope, customer('1', { pin: '4711' })])
    const again = await importRecords(store, [scope, customer('1', { pin: '4711' })])
    expect(again.results.get('customers')).toMatchObject({ unchanged: 1 })
    const changed = await importRecords(store, [scope, customer('1', { pin: '12345' })])
    expect(changed.results.get('customers')).toMatchObject({ updated: 1 })
    const { rows } = await store.find('customers', {})
    expect(rows.map(({ pin }) => pin)).toEqual(['sealed 5'])
  })

  it('are refused where there is no key', async () => {
    const records = [scope, customer('1', { pin: '4711' }), customer('2')] as const
    const { rejected } = await importRecords(createMemoryStore(), records, { findPinVault: async () => undefined })
    expect(rejected).toMatchObject([{ pointer: '/pin', code: 'no-pin-key', record: 'rejected', line: 2 }])
  })
})

describe('card numbers', () => {
  const number = '4111 1111 1111 1111'

  it('are kept out of free texts, which are reported, and the rest is taken', async () => {
    const store = createMemoryStore()
    const { rejected, results } = await importRecords(store, [
      scope,
      customer('1', { displayName: `Card ${number}`, phone: '+4930231250001234' }),
      address('a1', '1', { notes: `Use ${number}, please` }),
      ['attributes', { customer: key('1'), values: { remark: number, list: ['a', number] } }],
      order('4006381333931', '1', { messages: ['Thanks', number] }),
    ])
    expect(rejected.map(({ pointer, code, record }) => [pointer, code, record])).toEqual([
      ['/displayName', 'card-number', 'imported'],
      ['/notes', 'card-number', 'imported'],
      ['/values/remark', 'card-number', 'imported'],
      ['/values/list/1', 'card-number', 'imported'],
      ['/messages/1', 'card-number', 'imported'],
    ])
    expect(JSON.stringify(await contentOf(store))).not.toContain(number)
    expect([...results.values()].every(({ failed }) => failed === 0)).toBe(true)
  })

  it('are no names of members and no numbers, and no identifier has one', async () => {
    const store = createMemoryStore()
    const { rejected } = await importRecords(store, [
      scope,
      customer('1'),
      [
        'attributes',
        { customer: key('1'), values: { [number]: 'a', serial: 4_111_111_111_111_111, ean: 4_006_381_333_931 } },
      ],
      order('4111111111111111', '1'),
    ])
    expect(rejected.map(({ pointer, code, record }) => [pointer, code, record])).toEqual([
      ['/values/(card number)', 'card-number', 'imported'],
      ['/values/serial', 'card-number', 'imported'],
      ['/externalId', 'card-number', 'rejected'],
      ['/number', 'card-number', 'rejected'],
      ['/externalId', 'wrong-type', 'rejected'],
      ['/number', 'wrong-type', 'rejected'],
    ])
    const { rows } = await store.find('customerAttributes', {})
    expect(rows.map(({ values }) => values)).toEqual([{ ean: 4_006_381_333_931 }])
  })

  it('have no place in a saved payment, not even as its id', async () => {
    const store = createMemoryStore()
    const { rejected } = await importRecords(store, [
      scope,
      customer('1'),
      ['saved-payments', { ...key('4111111111111111'), customer: key('1'), kind: 'creditCard', provider: 'x' }],
      [
        'saved-payments',
        { ...key('p2'), customer: key('1'), kind: 'creditCard', provider: 'x', card: { last4: '111111' } },
      ],
    ])
    expect(rejected.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/externalId', 'card-number'],
      ['/externalId', 'wrong-type'],
      ['/card/last4', 'invalid-format'],
    ])
    expect(await store.count('savedPayments', undefined, 10)).toBe(0)
  })
})

describe('stopping and trying', () => {
  it('a dry run counts the same and changes nothing', async () => {
    const store = createMemoryStore()
    const dry = await importRecords(store, everything, { dryRun: true })
    expect(outcomes(dry)).toEqual([17, 0, 0, 0])
    for (const rows of Object.values(await contentOf(store))) expect(rows).toEqual([])
    expect(await store.count('activities', undefined, 10)).toBe(0)
    expect(outcomes(await importRecords(store, everything))).toEqual([17, 0, 0, 0])
  })

  it('a signal stops it between two batches, and the next run goes on', async () => {
    const store = createMemoryStore()
    const controller = new AbortController()
    const stopped = importRecords(store, everything, {
      batchSize: 1,
      signal: controller.signal,
      onProgress: (resource) => resource === 'customers' && controller.abort(),
    })
    await expect(stopped).rejects.toThrow(ImportInterruptedError)
    expect(await store.count('customers', undefined, 10)).toBe(1)
    await importRecords(store, everything)
    const whole = createMemoryStore()
    await importRecords(whole, everything)
    expect(await contentOf(store)).toEqual(await contentOf(whole))
  })

  it('tells how far it is', async () => {
    const told: [string, number][] = []
    await importRecords(createMemoryStore(), [scope, customer('1'), customer('2'), customer('3')], {
      batchSize: 2,
      onProgress: (resource, done) => told.push([resource, done]),
    })
    expect(told).toEqual([
      ['scopes', 1],
      ['customers', 2],
      ['customers', 3],
    ])
  })
})
