import type { Faker } from '@faker-js/faker'
import type { Order } from '#/contract/orders.ts'
import { products } from '#mocks/seed/catalogue.ts'
import { daysAgo } from '#mocks/seed/clock.ts'
import type { AddressSpec } from '#mocks/seed/customer-rows.ts'
import type { OrderSpec } from '#mocks/seed/order-rows.ts'
import { postalAddress } from '#mocks/seed/places.ts'

interface Buyer {
  index: number
  customerId: string
  scopeId: string
  address: AddressSpec | undefined
}

const youngCodes = ['New', 'New', 'InProgress', 'InProgress', 'InProgress', 'Fulfilled', 'OnHold', 'Shipped']
const oldCodes = ['Completed', 'Completed', 'Completed', 'Completed', 'Completed', 'Shipped', 'Shipped', 'Canceled']

function countOf(faker: Faker): number {
  const roll = faker.number.int(99)
  if (roll < 22) return 0
  if (roll < 42) return 1
  if (roll < 80) return faker.number.int({ min: 2, max: 8 })
  return faker.number.int({ min: 9, max: 30 })
}

function shipmentsOf(faker: Faker, code: string, buyer: Buyer): Order['shipments'] {
  if (code === 'New') return []
  const { line1, city, regionCode, countryCode, postalCode } = buyer.address ?? {}
  const address =
    line1 && city && countryCode
      ? postalAddress(countryCode, line1, city, regionCode ?? null, postalCode ?? null)
      : null
  const done = code === 'Completed' || code === 'Shipped'
  return [
    {
      id: '1',
      number: `S-${faker.number.int({ min: 100_000, max: 999_999 })}`,
      status: code === 'Canceled' ? 'Canceled' : done ? 'Shipped' : 'New',
      method: address ? 'shipping' : 'pickup',
      address,
      storeId: address ? null : 'fifth-avenue',
      tracking: done ? faker.string.alphanumeric({ length: 10, casing: 'upper' }) : null,
      expectedAt: null,
    },
  ]
}

function linesOf(faker: Faker): OrderSpec['lines'] {
  const count = faker.number.int({ min: 1, max: 3 })
  const first = faker.number.int(products.length - 1)
  return Array.from({ length: count }, (_, index) => products[(first + index * 5) % products.length]).flatMap(
    (product) =>
      product
        ? [
            {
              product,
              quantity: product.byWeight ? 0.25 + faker.number.int(7) / 4 : faker.number.int({ min: 1, max: 3 }),
            },
          ]
        : [],
  )
}

function recurringOrder(faker: Faker, buyer: Buyer, lastOrderId: string | null): OrderSpec {
  return {
    number: `R-${500_000 + buyer.index}`,
    daysAgo: faker.number.int({ min: 30, max: 400 }),
    scopeId: buyer.scopeId,
    kind: 'recurring',
    code: faker.number.int(9) < 8 ? 'Active' : 'Paused',
    lines: linesOf(faker),
    recurring: {
      frequency: faker.helpers.arrayElement(['Every 2 weeks', 'Every 30 days', 'Quarterly']),
      nextAt: daysAgo(-faker.number.int(60)),
      lastOrderId,
    },
    addressIds: buyer.address ? [`${buyer.customerId}-a1`] : [],
  }
}

/** Orders of a generated customer, newest first. */
export function demoOrders(faker: Faker, buyer: Buyer): OrderSpec[] {
  const count = countOf(faker)
  let age = faker.number.int(60) / 2
  const orders = Array.from({ length: count }, (_, index): OrderSpec => {
    const code = faker.helpers.arrayElement(age < 12 ? youngCodes : oldCodes)
    const placed = age
    age += faker.number.int({ min: 2, max: 120 }) + 0.37
    return {
      number: `W-${10_000_000 + buyer.index * 100 + index}`,
      daysAgo: placed,
      scopeId: buyer.scopeId,
      code,
      lines: linesOf(faker),
      source: faker.helpers.arrayElement(['web', 'web', 'app', 'phone', 'store']),
      needsAttention: code === 'OnHold',
      messages: code === 'OnHold' ? ['Payment needs to be verified'] : [],
      shipments: shipmentsOf(faker, code, buyer),
      addressIds: buyer.address && code !== 'Canceled' ? [`${buyer.customerId}-a1`] : [],
    }
  })
  if (count > 1 && faker.number.int(99) < 8) orders.push(recurringOrder(faker, buyer, `${buyer.customerId}-o1`))
  return orders
}
