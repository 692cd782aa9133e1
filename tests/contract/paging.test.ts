import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '#/contract/common.ts'
import type { StatusChangeRow } from '#server/store/rows.ts'
import {
  aCart,
  aCustomer,
  aCustomerStore,
  aMembership,
  aSavedPayment,
  aStoreLocation,
  anAddress,
  anOrder,
  anOrganization,
} from '#tests/builders.ts'
import { refusal } from '#tests/contract/client.ts'
import type { Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

const count = 23
/** Few different values and gaps: most rows are told apart by their id alone. */
const many = <Row>(make: (index: number) => Row) => Array.from({ length: count }, (_, index) => make(index))
const atDay = (index: number) => `2026-03-0${1 + (index % 3)}T00:00:00.000Z`

const customer = aCustomer()
const at = `/customers/${customer.id}`
const organizations = many((index) => anOrganization({ name: ['Zeta', 'alpha', 'Ämil'][index % 3] ?? '' }))
const storeLocations = many((index) => aStoreLocation({ name: `Store ${index % 2}` }))
const statusChanges = many((index): StatusChangeRow => ({
  id: `change${(index * 7) % count}`,
  from: 'active',
  to: 'blocked',
  reason: null,
  comment: null,
  at: atDay(index),
  actor: { type: 'system', id: null, displayName: null },
  customerId: customer.id,
  customerVersion: index,
}))

const rows = {
  customers: [customer],
  statusChanges,
  addresses: many((index) =>
    anAddress({
      customerId: customer.id,
      name: index % 4 === 0 ? null : `Address ${index}`,
      createdAt: atDay(index),
      isPreferredBilling: index === 9,
    }),
  ),
  organizations,
  memberships: organizations.map((organization) => aMembership(customer, organization)),
  storeLocations,
  customerStores: storeLocations.map((location, index) =>
    aCustomerStore(customer, location, {
      orderCount: index % 3,
      lastUsedAt: index % 2 ? atDay(index) : null,
    }),
  ),
  orders: many((index) =>
    anOrder(customer, {
      number: `00${index % 4}`,
      createdAt: atDay(index),
      totalMinor: index % 5 === 0 ? null : (index % 3) - 1,
      statusCode: index % 2 ? 'New' : 'Shipped',
    }),
  ),
  carts: many((index) =>
    aCart(customer, {
      createdAt: atDay(index),
      totalMinor: index % 5 === 0 ? null : index % 3,
      itemQuantity: (index % 4) / 4,
    }),
  ),
  savedPayments: many((index) =>
    aSavedPayment({ customerId: customer.id, addedAt: index % 4 === 0 ? null : atDay(index) }),
  ),
}

const bothWays = (...names: string[]) => ['', ...names.flatMap((name) => [name, `-${name}`])]
const lists = Object.entries({
  [`${at}/status-changes`]: [''],
  [`${at}/addresses`]: bothWays('name', 'createdAt'),
  [`${at}/organizations`]: bothWays('name', 'number'),
  [`${at}/stores`]: [''],
  [`${at}/orders`]: bothWays('createdAt', 'number', 'total', 'status'),
  [`${at}/carts`]: bothWays('createdAt', 'total', 'itemQuantity'),
  [`${at}/saved-payments`]: bothWays('addedAt'),
  '/organizations': bothWays('name', 'number'),
  '/stores': bothWays('name', 'number'),
  '/orders': bothWays('createdAt', 'total'),
}).flatMap(([path, sorts]) => sorts.map((sort) => ({ path, sort })))

type Items = Record<string, unknown>[]

describe.each(targets)('pages on $name', ({ open }) => {
  let target: Target
  let admin: Client
  beforeAll(async () => {
    target = await open()
    admin = target.as('systemAdministrator')
    await target.insert(rows)
  })
  afterAll(async () => target.close())

  const page = async (path: string, query: Record<string, string>) =>
    (await admin.get<Page<Items[number]>>(`${path}?${new URLSearchParams(query)}`)).body

  it.each(lists)('of $path by "$sort" are, one after the other, the one big page', async ({ path, sort }) => {
    const order = sort === '' ? {} : { sort }
    const whole = await page(path, { ...order, limit: '200', count: 'true' })
    expect([whole.items.length, whole.next, whole.total]).toEqual([count, undefined, { value: count, relation: 'eq' }])
    for (const limit of ['5', '11']) {
      const walked: Items = []
      for (let cursor: string | undefined = ''; cursor !== undefined;) {
        const next: Page<Items[number]> = await page(path, { ...order, limit, ...(cursor && { cursor }) })
        walked.push(...next.items)
        cursor = next.next
      }
      expect(walked).toEqual(whole.items)
    }
  })

  it.each(lists.filter(({ sort }) => sort !== '' && !sort.startsWith('-')))(
    'of $path know where a cursor by "$sort" belongs',
    async ({ path, sort }) => {
      const { next = '' } = await page(path, { sort, limit: '2' })
      const elsewhere = await admin.get(
        `${path}?${new URLSearchParams({ sort: `-${sort}`, limit: '2', cursor: next })}`,
      )
      expect(refusal(elsewhere)).toEqual({ status: 400, type: 'invalid-cursor' })
    },
  )

  it('put the newest change of status first, and of one instant the last', async () => {
    const { items } = await page(`${at}/status-changes`, { limit: '200' })
    const newestFirst = statusChanges.toSorted((a, b) =>
      a.at === b.at ? b.customerVersion - a.customerVersion : a.at < b.at ? 1 : -1,
    )
    expect(items.map(({ id }) => id)).toEqual(newestFirst.map(({ id }) => id))
  })
})
