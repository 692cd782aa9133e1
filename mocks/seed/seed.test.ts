import { createHash } from 'node:crypto'
import { parsePhoneNumber } from 'libphonenumber-js'
import { describe, expect, it } from 'vitest'
import { demoRows } from '#mocks/seed/demo-seed.ts'
import { demoStaff } from '#mocks/seed/demo-staff.ts'
import { merged, type SeedBatch, type SeedRows } from '#mocks/seed/seed-rows.ts'
import { smallRows } from '#mocks/seed/small-seed.ts'
import { holdsCardNumber } from '#/contract/card-number.ts'
import type { CollectionName, Rows } from '#server/store/rows.ts'
import { uniqueKeys } from '#server/store/store.ts'
import { roles } from '#/contract/permissions.ts'

const collect = (batches: Iterable<SeedBatch>): SeedRows =>
  merged([...batches].map(({ collection, rows }): SeedRows => ({ [collection]: rows })))
const demo = collect(demoRows())
const small = smallRows()

function rowsOf<C extends CollectionName>(rows: SeedRows, collection: C): Rows[C][] {
  return rows[collection] ?? []
}

function hashOf(batches: Iterable<SeedBatch>): string {
  const hash = createHash('sha256')
  for (const batch of batches) hash.update(JSON.stringify(batch))
  return hash.digest('hex')
}

/** Every text but those that join several fields for the search. */
function textsOf(value: unknown, texts = new Set<string>()): Set<string> {
  if (typeof value === 'string') texts.add(value)
  if (typeof value !== 'object' || value === null) return texts
  for (const [key, member] of Object.entries(value)) {
    if (key !== 'searchText' && key !== 'phoneDigits') textsOf(member, texts)
  }
  return texts
}

describe('the demo seed', () => {
  it('is the same at every call, also when two are read in turn', () => {
    const first = hashOf(demoRows({ customers: 300 }))
    const turns = [demoRows({ customers: 300 }), demoRows({ customers: 300 })] as const
    const pairs = Array.from({ length: 1000 }, () => turns.map((turn) => turn.next().value))
    for (const [left, right] of pairs) expect(left).toEqual(right)
    expect(hashOf(demoRows({ customers: 300 }))).toBe(first)
  })

  it('has the wanted size', () => {
    expect(rowsOf(demo, 'customers')).toHaveLength(2000)
    expect(rowsOf(demo, 'orders').length).toBeLessThan(35_000)
    expect(rowsOf(collect(demoRows({ customers: 150 })), 'customers')).toHaveLength(150)
  })

  it('begins with the small seed', () => {
    const customers = rowsOf(demo, 'customers')
    expect(customers.slice(0, rowsOf(small, 'customers').length)).toEqual(small.customers)
  })

  it('hands out copies', () => {
    const [changed] = rowsOf(smallRows(), 'organizations')
    if (changed) changed.name = 'changed'
    expect(rowsOf(smallRows(), 'organizations').map((row) => row.name)).not.toContain('changed')
  })

  it('gives the staff one person for each role', () => {
    expect(Object.values(demoStaff).flatMap((member) => member.roles)).toEqual([...roles])
  })
})

describe.each([
  ['small', small],
  ['demo', demo],
])('rows of the %s seed', (_, rows) => {
  it('have ids that fit into an address', () => {
    for (const [collection, part] of Object.entries(rows)) {
      const pattern = ['memberships', 'customerStores'].includes(collection)
        ? /^[0-9a-z-]{1,16}\.[0-9a-z-]{1,16}$/
        : ['attributeDefinitions', 'lookups'].includes(collection)
          ? /^[A-Za-z][A-Za-z0-9-]{0,59}$/
          : /^[a-z][0-9a-z-]{0,15}$/
      expect(part.map((row) => row.id).filter((id) => !pattern.test(id))).toEqual([])
    }
  })

  it('have unique ids and unique values', () => {
    for (const [collection, part] of Object.entries(rows)) {
      expect(new Set(part.map((row) => row.id)).size).toBe(part.length)
      const keys: Record<string, readonly string[]> = Reflect.get(uniqueKeys, collection) ?? {}
      for (const fields of Object.values(keys)) {
        const values = part
          .map((row) => fields.map((field): unknown => Reflect.get(row, field)))
          .filter((parts) => parts.every((value) => value !== null))
          .map((parts) => JSON.stringify(parts))
        expect(values.length - new Set(values).size).toBe(0)
      }
    }
  })

  it('refer to rows that are there', () => {
    const idsOf = (collection: CollectionName) => new Set(rowsOf(rows, collection).map((row) => row.id))
    const customers = idsOf('customers')
    const organizations = idsOf('organizations')
    const stores = idsOf('storeLocations')
    for (const collection of [
      'addresses',
      'orders',
      'carts',
      'savedPayments',
      'memberships',
      'customerStores',
    ] as const) {
      expect(rowsOf(rows, collection).filter((row) => !customers.has(row.customerId))).toEqual([])
    }
    expect(idsOf('customerAttributes')).toEqual(customers)
    expect(idsOf('orderDetails')).toEqual(idsOf('orders'))
    expect(rowsOf(rows, 'memberships').filter((row) => !organizations.has(row.organizationId))).toEqual([])
    expect(rowsOf(rows, 'customerStores').filter((row) => !stores.has(row.storeId))).toEqual([])
    const preferred = rowsOf(rows, 'customers').flatMap((row) => row.preferredStoreId ?? [])
    expect(preferred.filter((id) => !stores.has(id))).toEqual([])
    const orders = idsOf('orders')
    expect(rowsOf(rows, 'customers').filter((row) => row.lastOrderId !== null && !orders.has(row.lastOrderId))).toEqual(
      [],
    )
    const scopes = idsOf('scopes')
    expect(rowsOf(rows, 'customers').filter((row) => row.scopeIds.some((id) => !scopes.has(id)))).toEqual([])
  })

  it('keep at most one preferred address of each use, but for the customer who shows how two look', () => {
    for (const flag of ['isPreferredBilling', 'isPreferredShipping'] as const) {
      const owners = rowsOf(rows, 'addresses').flatMap((row) =>
        row[flag] && row.customerId !== 'twice-pref' ? [row.customerId] : [],
      )
      expect(new Set(owners).size).toBe(owners.length)
    }
  })

  it('hold no card number anywhere', () => {
    expect([...textsOf(rows)].filter(holdsCardNumber)).toEqual([])
    const masks = rowsOf(rows, 'savedPayments').flatMap((row) => row.card?.mask ?? [])
    expect(masks.filter((mask) => !/^•••• \d{4}$/.test(mask))).toEqual([])
  })
})

it('gives generated customers phone numbers that can be dialled', () => {
  const numbers = rowsOf(demo, 'customers')
    .filter((row) => /^c\d/.test(row.id))
    .flatMap((row) => [row.phone, row.mobile, row.workPhone].filter((phone) => phone !== null))
  expect(numbers.length).toBeGreaterThan(2000)
  expect(numbers.filter((number) => !parsePhoneNumber(number).isPossible())).toEqual([])
})
