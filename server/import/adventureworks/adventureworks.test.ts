import { appendFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMemoryStore, type MemoryStore } from '#mocks/memory-store.ts'
import type { Rows } from '#server/store/rows.ts'
import { contentOf, importAdventureWorks } from '#tests/import-run.ts'

const folder = new URL('../../../tests/fixtures/adventureworks', import.meta.url).pathname
const folders: string[] = []
afterAll(async () => {
  for (const copy of folders) await rm(copy, { recursive: true })
})

/** A copy of the extract with more lines at the ends of files. */
async function withLines(added: Record<string, string>): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'adventureworks-'))
  folders.push(copy)
  await cp(folder, copy, { recursive: true })
  for (const [file, lines] of Object.entries(added)) await appendFile(join(copy, file), lines)
  return copy
}

let store: MemoryStore
let report: Awaited<ReturnType<typeof importAdventureWorks>>
beforeAll(async () => {
  store = createMemoryStore()
  report = await importAdventureWorks(store, folder)
})

async function customer(externalId: string): Promise<Rows['customers']> {
  const { rows } = await store.find('customers', { where: { op: 'in', field: 'externalId', values: [externalId] } })
  const [row] = rows
  if (!row) throw new Error(`no customer ${externalId}`)
  return row
}

async function of<C extends 'addresses' | 'savedPayments' | 'memberships' | 'orders'>(
  collection: C,
  externalId: string,
): Promise<Rows[C][]> {
  const { id } = await customer(externalId)
  const { rows } = await store.find<'addresses' | 'savedPayments' | 'memberships' | 'orders'>(collection, {
    where: { op: 'in', field: 'customerId', values: [id] },
  })
  return rows as Rows[C][]
}

describe('the report', () => {
  it('accounts for every row of every file', async () => {
    expect(report.files.map(({ file }) => file)).toHaveLength(10)
    for (const { file, rows, imported, merged, reference, skipped, rejected } of report.files) {
      const text = await readFile(join(folder, file), 'utf8')
      expect([file, rows]).toEqual([file, text.trimEnd().split('\n').length - 1])
      expect([file, imported + merged + reference + skipped + rejected]).toEqual([file, rows])
    }
    expect(report.rejected).toEqual([])
  })

  it('says why rows became nothing', () => {
    const reasons = report.files.flatMap(({ file, reasons }) => reasons.map((entry) => ({ file, ...entry })))
    expect(reasons).toContainEqual({
      file: 'salesorderdetail.csv',
      fate: 'skipped',
      reason: 'its order is not in the data',
      rows: 3,
    })
    expect(reasons).toContainEqual({ file: 'address.csv', fate: 'skipped', reason: 'no order names it', rows: 2 })
    expect(reasons).toContainEqual({
      file: 'person.csv',
      fate: 'skipped',
      reason: 'no customer here but an employee',
      rows: 1,
    })
  })

  it('counts what was assumed, repaired and missing', () => {
    const found = Object.fromEntries(report.findings.map(({ finding, times }) => [finding, times]))
    expect(found['texts in broken UTF-8 repaired in person.csv']).toBe(6)
    expect(found['customers that are neither a person nor a store here']).toBe(8)
    expect(found['customers that are a person and a store']).toBe(4)
    expect(found['orders whose billtoaddressid is not in the data']).toBe(1)
    const currencies = Object.entries(found).filter(([finding]) => finding.includes('taken as US dollars'))
    expect(currencies.reduce((sum, [, times]) => sum + times, 0)).toBe(17)
  })
})

describe('customers', () => {
  it('are the person, with name, title, consent and territory', async () => {
    const row = await customer('29558')
    expect(row).toMatchObject({
      customerNumber: 'AW00029558',
      firstName: 'John',
      middleName: 'M.',
      lastName: 'Berger',
      salutation: 'mr',
      displayName: 'John M. Berger Jr.',
      accountType: 'unregistered',
      status: 'active',
      email: null,
      lastLoginAt: null,
      createdBy: { type: 'importer', id: 'adventureworks' },
    })
    const [scope] = await store.getMany('scopes', row.scopeIds)
    expect(scope).toMatchObject({ name: 'Canada (territory 6)', currency: 'USD' })
  })

  it('have their names in proper letters', async () => {
    expect((await customer('11451')).lastName).toBe('Muñoz')
    expect((await customer('11096')).firstName).toBe('Andrés')
  })

  it('are registered when they ordered online, since their first order', async () => {
    expect(await customer('11001')).toMatchObject({
      accountType: 'registered',
      registeredAt: '2011-06-17T00:00:00.000Z',
    })
  })

  it('are the store where the person is missing', async () => {
    expect(await customer('29484')).toMatchObject({
      firstName: null,
      lastName: null,
      companyName: 'Next-Door Bike Store',
    })
    const [membership] = await of('memberships', '29484')
    expect(membership).toMatchObject({ organizationName: 'Next-Door Bike Store', organizationNumber: 'AW-292' })
  })

  it('that are neither are found by number', async () => {
    expect(await customer('11012')).toMatchObject({
      customerNumber: 'AW00011012',
      accountType: 'unregistered',
      firstName: null,
      companyName: null,
      nameSort: 'aw00011012',
    })
  })

  it('remember the newest order', async () => {
    const row = await customer('29558')
    const orders = await of('orders', '29558')
    expect(row.lastOrderAt).toBe(
      orders
        .map(({ createdAt }) => createdAt)
        .toSorted()
        .at(-1),
    )
  })

  it('are told of once, by the importer', async () => {
    const { rows } = await store.find('activities', {})
    expect(rows).toHaveLength(25)
    expect(new Set(rows.map(({ actor, kind }) => `${actor.type} ${kind}`))).toEqual(
      new Set(['importer customerCreated']),
    )
  })
})

describe('addresses', () => {
  it('come from the orders, preferred as in the newest', async () => {
    const rows = await of('addresses', '29897')
    expect(rows).toHaveLength(2)
    expect(rows.find(({ isPreferredBilling }) => isPreferredBilling)?.externalId).toBe('1066.29897')
    expect(rows.find(({ isPreferredShipping }) => isPreferredShipping)?.externalId).toBe('28.29897')
  })

  it('have region, country and place on earth', async () => {
    const [row] = await of('addresses', '29484')
    expect(row).toMatchObject({
      countryCode: 'US',
      regionCode: expect.stringMatching(/^US-[A-Z]{2}$/),
      isBusiness: true,
    })
    expect(row?.latitude).toBeGreaterThan(20)
    expect(row?.longitude).toBeLessThan(-60)
  })

  it('give the customer a town', async () => {
    const [address] = await of('addresses', '29484')
    expect(await customer('29484')).toMatchObject({ city: address?.city, countryCode: 'US' })
  })
})

describe('orders', () => {
  it('have lines, amounts in cents rounded half up, shipment and payment', async () => {
    const [order] = await of('orders', '11001')
    expect(order).toMatchObject({
      number: 'SO43767',
      statusCode: 'Shipped',
      statusClass: 'completed',
      kind: 'past',
      source: 'web',
      currency: 'USD',
      totalMinor: 372_936,
      shipmentCount: 1,
    })
    const detail = await store.get('orderDetails', order?.id ?? '')
    expect(detail).toMatchObject({
      subtotal: { amountMinor: 337_499, currency: 'USD' },
      tax: { amountMinor: 27_000, currency: 'USD' },
      shippingCost: { amountMinor: 8437, currency: 'USD' },
      lines: [{ sku: expect.stringMatching(/^BK-/), name: expect.stringContaining('Mountain-100'), quantity: 1 }],
      payments: [{ method: 'creditCard', status: 'Authorized', mask: expect.stringMatching(/^•••• \d{4}$/) }],
      history: [
        { to: 'Shipped', at: '2011-06-24T00:00:00.000Z' },
        { to: 'InProgress', at: '2011-06-17T00:00:00.000Z' },
      ],
    })
    expect(detail?.shipments[0]?.address).toMatchObject({ firstName: 'Eugene', lastName: 'Huang' })
    expect(detail?.addressIds).toHaveLength(1)
    expect(detail?.savedPaymentIds).toHaveLength(1)
  })

  it('do without an address that is not in the data', async () => {
    const [order] = await of('orders', '11591')
    const detail = await store.get('orderDetails', order?.id ?? '')
    expect(detail?.billingAddress).toBeNull()
    expect(await of('addresses', '11591')).toEqual([])
  })
})

describe('cards', () => {
  it('become saved payments with mask and expiry', async () => {
    const [payment] = await of('savedPayments', '11001')
    expect(payment).toMatchObject({
      kind: 'creditCard',
      provider: 'adventureworks',
      isDefault: true,
      card: { mask: expect.stringMatching(/^•••• \d{4}$/), expiryYear: expect.any(Number), brand: expect.any(String) },
    })
  })

  it('leave no trace of their number', async () => {
    const cards = await readFile(join(folder, 'creditcard.csv'), 'utf8')
    const numbers = cards.match(/\b\d{14}\b/g) ?? []
    expect(numbers).toHaveLength(16)
    const everything = JSON.stringify([await contentOf(store), (await store.find('activities', {})).rows, report])
    for (const number of numbers) expect(everything).not.toContain(number.slice(0, 10))
  })
})

describe('importing again', () => {
  it('changes nothing', async () => {
    const before = await contentOf(store)
    const again = await importAdventureWorks(store, folder, { now: () => Date.parse('2026-11-17T09:00:00Z') })
    for (const { created, updated, failed } of again.resources) expect([created, updated, failed]).toEqual([0, 0, 0])
    expect(await contentOf(store)).toEqual(before)
    expect((await store.find('activities', {})).rows).toHaveLength(25)
  })

  it('keeps what staff changed', async () => {
    const own = createMemoryStore()
    await importAdventureWorks(own, folder)
    const where = { op: 'in', field: 'externalId', values: ['11001'] } as const
    const [row] = (await own.find('customers', { where })).rows
    await own.transaction((transaction) => transaction.update('customers', row?.id ?? '', { firstName: 'Eugenie' }))
    await importAdventureWorks(own, folder)
    expect((await own.get('customers', row?.id ?? ''))?.firstName).toBe('Eugenie')
  })

  it.each([1, 7, 18])('after it was killed behind batch %i ends as if it never had been', async (batches) => {
    const own = createMemoryStore()
    let begun = 0
    const dying = {
      ...own,
      transaction: async <T>(work: Parameters<typeof own.transaction<T>>[0]) => {
        begun += 1
        if (begun <= batches) return own.transaction(work)
        return own.transaction(async (transaction) => {
          await work(transaction)
          throw new Error('killed')
        })
      },
    }
    await expect(importAdventureWorks(dying, folder, { batchSize: 5 })).rejects.toThrow('killed')
    await importAdventureWorks(own, folder, { batchSize: 5 })
    expect(await contentOf(own)).toEqual(await contentOf(store))
    expect((await own.find('activities', {})).rows).toHaveLength(25)
  })
})

describe('bad rows', () => {
  it('are refused with file and line, and the others go on', async () => {
    const copy = await withLines({
      'customer.csv': '30001,,,1\n"30002",,,1,too,many\n11001,,,1\n,,,1\n30003,,,1\n',
      'salesorderheader.csv':
        '90001,1,1,x,x,1,1,t,1,5,someday,x,1,,,1,1,2011-01-01 00:00:00,2,30001,,,\n' +
        '90002,1,1,x,x,1,1,t,1,5,2011-01-01 00:00:00,x,1,,,1,1,2011-01-01 00:00:00,2,777777,,,\n',
      'salesorderdetail.csv': '90001,1,999001,10,1,x,x,776,0\n',
    })
    const own = createMemoryStore()
    const { files, rejected } = await importAdventureWorks(own, copy)
    expect(rejected.map(({ file, line, code, pointer }) => [file, line, code, pointer])).toEqual([
      ['customer.csv', 28, 'no-csv', ''],
      ['customer.csv', 29, 'repeated', ''],
      ['customer.csv', 30, 'no-key', ''],
      ['salesorderheader.csv', 19, 'wrong-type', '/createdAt'],
      ['salesorderheader.csv', 19, 'wrong-type', '/history/0/at'],
      ['salesorderheader.csv', 20, 'unknown-reference', '/customer'],
      ['salesorderheader.csv', 20, 'unknown-reference', '/addresses'],
    ])
    for (const { rows, imported, merged, reference, skipped, rejected } of files) {
      expect(imported + merged + reference + skipped + rejected).toBe(rows)
    }
    const { rows } = await own.find('customers', {
      where: { op: 'in', field: 'externalId', values: ['30001', '30003'] },
    })
    expect(rows).toHaveLength(2)
  })

  it('with what looks like a card number lose that text only', async () => {
    const copy = await withLines({
      'customer.csv': '30001,30001,,1\n',
      'person.csv': '30001,,4111 1111 1111 1111,,Grabber,IN,f,,x,x,0\n',
    })
    const own = createMemoryStore()
    const { rejected } = await importAdventureWorks(own, copy)
    expect(rejected).toEqual([
      {
        file: 'customer.csv',
        line: 27,
        resource: 'customers',
        record: 'imported',
        pointer: '/firstName',
        code: 'card-number',
        detail: 'Looks like the number of a payment card',
      },
    ])
    const { rows } = await own.find('customers', { where: { op: 'in', field: 'externalId', values: ['30001'] } })
    expect(rows[0]).toMatchObject({ firstName: null, lastName: 'Grabber' })
  })
})

it('says which file is missing', async () => {
  const copy = await withLines({})
  await rm(join(copy, 'creditcard.csv'))
  const own = createMemoryStore()
  const { findings } = await importAdventureWorks(own, copy)
  expect(findings).toContainEqual({ finding: 'file that is missing: creditcard.csv', times: 1 })
  expect(await own.count('orders', undefined, 100)).toBe(17)
})
