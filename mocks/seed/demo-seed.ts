import { customerName } from '#/contract/customer-name.ts'
import { products } from '#mocks/seed/catalogue.ts'
import { customerRows, type CustomerSpec } from '#mocks/seed/customer-rows.ts'
import { demoCustomer } from '#mocks/seed/demo-customers.ts'
import { orderRows, type OrderSpec } from '#mocks/seed/order-rows.ts'
import { postalAddress } from '#mocks/seed/places.ts'
import { batchesOf, merged, type SeedBatch, type SeedRows } from '#mocks/seed/seed-rows.ts'
import { smallCustomers, smallRows } from '#mocks/seed/small-seed.ts'

const perBatch = 100
/** Customers of the small seed who have thousands of orders here. */
const heavyIds = ['heavy', 'hopper']

const thousandAddresses: CustomerSpec = {
  customer: {
    id: 'thousand',
    customerNumber: 'C-100601',
    companyName: 'Thousand Doors Deliveries',
    email: 'depot@thousand.example',
    accountType: 'unregistered',
  },
  addresses: Array.from({ length: 1000 }, (_, index) => ({
    ...postalAddress('us', `${index + 1} Door Street`, 'Denver', 'US-CO', String(80_201 + (index % 90))),
    name: `Door ${index + 1}`,
    isPreferredBilling: index === 500,
  })),
}

function olderOrder(index: number): OrderSpec {
  const product = products[index % products.length]
  const code = index % 40 === 0 ? 'Canceled' : index % 7 === 0 ? 'Shipped' : 'Completed'
  return {
    number: `H-${String(98_000 - index).padStart(7, '0')}`,
    daysAgo: 10 + index * 0.25,
    scopeId: index % 11 === 0 ? 'ca' : 'us',
    code,
    lines: product ? [{ product, quantity: 1 + (index % 3) }] : [],
    source: index % 2 === 0 ? 'web' : 'phone',
  }
}

/** Orders from `first` to `last` (both counted from 1) of a customer of the small seed. */
function olderOrders(id: string, first: number, last: number): SeedRows {
  const spec = smallCustomers.find(({ customer }) => customer.id === id)
  const [customer] = spec ? (customerRows(spec).customers ?? []) : []
  if (!customer) return {}
  const owner = { id, customerNumber: customer.customerNumber, name: customerName(customer) }
  const pairs = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    orderRows(`${id}-o${first + index}`, owner, olderOrder(first + index)),
  )
  return { orders: pairs.map(({ order }) => order), orderDetails: pairs.map(({ detail }) => detail) }
}

/**
 * The demo data in the order in which it can be stored: the small seed and generated customers up to the wanted number
 * (2,000 unless told). The heavy customers have five orders for each of them, so 10,000. Same rows at every call, in
 * every place.
 */
export function* demoRows({ customers = 2000 }: { customers?: number } = {}): Generator<SeedBatch, void> {
  yield* batchesOf(smallRows())
  yield* batchesOf(customerRows(thousandAddresses))
  const generated = customers - smallCustomers.length - 1
  for (let first = 1; first <= generated; first += perBatch) {
    const indexes = Array.from({ length: Math.min(perBatch, generated - first + 1) }, (_, offset) => first + offset)
    yield* batchesOf(merged(indexes.map((index) => customerRows(demoCustomer(index)))))
  }
  for (const id of heavyIds) {
    const orders = customers * 5
    for (let first = 31; first <= orders; first += 1000) {
      yield* batchesOf(olderOrders(id, first, Math.min(first + 999, orders)))
    }
  }
}
