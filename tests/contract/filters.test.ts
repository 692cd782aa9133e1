import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '#/contract/common.ts'
import { aCart, aCustomer, aSavedPayment, aStoreLocation, anOrder, anOrganization } from '#tests/builders.ts'
import type { Client } from '#tests/contract/client.ts'
import type { Target } from '#tests/contract/target.ts'
import { targets } from '#tests/contract/targets.ts'

const customer = aCustomer()
const at = `/customers/${customer.id}`
const many = <Row>(make: (index: number) => Row) => Array.from({ length: 24 }, (_, index) => make(index))
const oneOf = <Value>(values: readonly [Value, ...Value[]], index: number): Value =>
  values[index % values.length] ?? values[0]

const orders = many((index) =>
  anOrder(customer, {
    number: `00${index % 5}`,
    kind: oneOf(['current', 'past', 'recurring'] as const, index),
    statusCode: oneOf(['New', 'Shipped'], index),
    scopeId: oneOf(['east', 'west'], index),
    createdAt: `2026-0${1 + (index % 3)}-01T00:00:00.000Z`,
    totalMinor: index % 7 === 0 ? null : (index % 4) * 100,
  }),
)
const carts = many((index) =>
  aCart(customer, {
    scopeId: oneOf(['east', 'west'], index),
    type: oneOf(['shopping', 'wishlist', null], index),
    lineCount: index % 4 === 0 ? 0 : 2,
    status: index % 5 === 0 ? 'ordered' : 'open',
  }),
)
const payments = many((index) =>
  aSavedPayment({
    customerId: customer.id,
    enabled: index % 4 !== 0,
    card: {
      brand: 'visa',
      mask: '•••• 1',
      holder: null,
      expiryMonth: 12,
      expiryYear: oneOf([2020, 2026, 2030] as const, index),
    },
  }),
)
const expiry = { 2020: 'expired', 2026: 'expiringSoon', 2030: 'active' } as const
const statusOf = ({ enabled, card }: (typeof payments)[number]) =>
  enabled ? expiry[(card?.expiryYear ?? 2030) as keyof typeof expiry] : 'disabled'

const named = (index: number) => ({ name: oneOf(['Nord Ost', 'Südwest', 'Nord'], index), active: index % 2 === 0 })
const organizations = many((index) => anOrganization(named(index)))
const storeLocations = many((index) => aStoreLocation(named(index)))

/** Any of some values, or no filter at all. */
const some = <Value>(...values: Value[]) => fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined })
const maybe = <Value>(...values: Value[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
const isAnyOf = (wanted: readonly unknown[] | undefined, value: unknown) => !wanted || wanted.includes(value)

type Wanted = Record<string, string | number | boolean | string[] | undefined>
interface Case<Row> {
  path: string
  filters: fc.Arbitrary<Wanted>
  rows: readonly Row[]
  fits: (row: Row, wanted: Wanted) => boolean
}
const aCase = <Row extends { id: string }, W extends Wanted>(
  path: string,
  filters: fc.Arbitrary<W>,
  rows: readonly Row[],
  fits: (row: Row, wanted: W) => boolean,
): Case<{ id: string }> => ({ path, filters, rows, fits: (row, wanted) => fits(row as Row, wanted as W) })

const namedFilters = fc.record({ active: maybe(true, false), q: maybe('nord', 'sud', 'NORD OST') })
const folded: Record<string, string> = { 'Nord Ost': 'nord ost', Südwest: 'sudwest', Nord: 'nord' }
const fitsName = (
  row: { name: string; active: boolean },
  { active, q }: { active: boolean | undefined; q: string | undefined },
) =>
  (active ?? row.active) === row.active &&
  (q ?? '').split(' ').every((word) => folded[row.name]?.includes(word.toLowerCase()))

const cases = [
  aCase(
    `${at}/orders`,
    fc.record({
      kind: some('current', 'past', 'recurring'),
      status: some('New', 'Shipped', 'Unheard'),
      scopeId: some('east', 'west'),
      number: maybe('000', '003', '999'),
      createdFrom: maybe('2026-02-01', '2026-03-01T00:00:00Z'),
      createdTo: maybe('2026-03-01', '2026-02-01'),
      totalMin: maybe(0, 200),
      totalMax: maybe(100, 300),
    }),
    orders,
    (order, wanted) =>
      isAnyOf(wanted.kind, order.kind) &&
      isAnyOf(wanted.status, order.statusCode) &&
      isAnyOf(wanted.scopeId, order.scopeId) &&
      (wanted.number ?? order.number) === order.number &&
      (!wanted.createdFrom || Date.parse(order.createdAt) >= Date.parse(wanted.createdFrom)) &&
      (!wanted.createdTo || Date.parse(order.createdAt) < Date.parse(wanted.createdTo)) &&
      (wanted.totalMin === undefined || (order.totalMinor ?? -Infinity) >= wanted.totalMin) &&
      (wanted.totalMax === undefined || (order.totalMinor ?? Infinity) <= wanted.totalMax),
  ),
  aCase(
    `${at}/carts`,
    fc.record({ scopeId: some('east', 'west'), type: some('shopping', 'wishlist', 'unheard') }),
    carts,
    (cart, { scopeId, type }) =>
      cart.status === 'open' && cart.lineCount > 0 && isAnyOf(scopeId, cart.scopeId) && isAnyOf(type, cart.type),
  ),
  aCase(
    `${at}/saved-payments`,
    fc.record({ status: some('active', 'expiringSoon', 'expired', 'disabled') }),
    payments,
    (payment, { status }) => isAnyOf(status, statusOf(payment)),
  ),
  aCase('/organizations', namedFilters, organizations, fitsName),
  aCase('/stores', namedFilters, storeLocations, fitsName),
]

describe.each(targets)('filters on $name', ({ open }) => {
  let target: Target
  let admin: Client
  beforeAll(async () => {
    target = await open()
    admin = target.as('systemAdministrator')
    await target.insert({
      customers: [customer],
      orders,
      carts,
      savedPayments: payments,
      organizations,
      storeLocations,
    })
  })
  afterAll(async () => target.close())

  it.each(cases)('of $path find what the model finds', async ({ path, filters, rows, fits }) => {
    await fc.assert(
      fc.asyncProperty(filters, async (wanted) => {
        const query = new URLSearchParams({ limit: '200' })
        for (const [name, value] of Object.entries(wanted)) {
          if (value !== undefined) for (const one of [value].flat()) query.append(name, String(one))
        }
        const { body } = await admin.get<Page<{ id: string }>>(`${path}?${query}`)
        const expected = rows.filter((row) => fits(row, wanted)).map(({ id }) => id)
        expect(new Set(body.items.map(({ id }) => id))).toEqual(new Set(expected))
      }),
      { numRuns: 15 },
    )
  })
})
