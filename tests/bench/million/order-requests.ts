import { orderStatusClasses } from '#/contract/order-codes.ts'
import { daysAgo } from '#mocks/seed/clock.ts'
import type { Kind } from '#tests/bench/million/customer-requests.ts'
import type { Samples } from '#tests/bench/million/samples.ts'

const sortNames = ['createdAt', 'number', 'total', 'status']
export const orderSortNames = sortNames.flatMap((name) => [name, `-${name}`])

const codes = ['Completed', 'Shipped', 'Canceled', 'InProgress', 'New', 'OnHold']
const sorted = ({ dice }: Samples) => (dice.percent(50) ? {} : { sort: dice.pick(orderSortNames) })

type Filter = (samples: Samples) => Record<string, string | string[]>

const filters: Record<string, Filter> = {
  status: ({ dice }) => ({ status: dice.percent(30) ? ['New', 'OnHold'] : dice.pick(codes) }),
  scopeId: ({ of }) => ({ scopeId: of(({ orders: [row] = [] }) => row?.scopeId) }),
  created: ({ dice }) => {
    const end = dice.whole(800)
    const createdFrom = daysAgo(end + dice.pick([1, 7, 30, 365])).slice(0, 10)
    return dice.percent(30) ? { createdFrom } : { createdFrom, createdTo: daysAgo(end).slice(0, 10) }
  },
  total: ({ dice }) => {
    const from = dice.whole(40_000)
    return dice.percent(30) ? { totalMin: String(from) } : { totalMin: String(from), totalMax: String(from + 2000) }
  },
}

const together = (known: Record<string, Filter>) => (samples: Samples) => {
  const chosen = new Set([1, 2, 3].map(() => samples.dice.pick(Object.values(known))))
  return Object.assign({}, ...[...chosen].map((filter) => filter(samples)), sorted(samples)) as Record<string, string>
}

const allOrders: Record<string, Filter> = {
  ...filters,
  class: ({ dice }) => ({ class: dice.pick(orderStatusClasses) }),
  needsAttention: ({ dice }) => ({ needsAttention: dice.pick(['true', 'false']) }),
}

const word = ({ of }: Samples) => of(({ customers: [row] = [] }) => row?.lastName)

/** The demo customer with 10,000 orders. */
const heavy = '/customers/heavy/orders'

export const orderKinds: readonly Kind[] = [
  { name: 'orders: first page', path: '/orders', make: () => ({}) },
  ...Object.entries(allOrders).map(([name, filter]): Kind => ({
    name: `orders: filter ${name}`,
    path: '/orders',
    make: (samples) => ({ ...filter(samples), ...sorted(samples) }),
  })),
  { name: 'orders: filters together', path: '/orders', make: together(allOrders) },
  {
    name: 'orders: by number',
    path: '/orders',
    make: ({ of }) => ({ number: of(({ orders: [row] = [] }) => row?.number) }),
  },
  {
    name: 'orders: of a customer',
    path: '/orders',
    make: ({ of }) => ({ customerId: of(({ orders: [row] = [] }) => row?.customerId) }),
  },
  {
    name: 'orders: search of a number',
    path: '/orders',
    make: ({ of }) => ({ q: of(({ orders: [row] = [] }) => row?.number) }),
  },
  { name: 'orders: search of a name', path: '/orders', make: (samples) => ({ q: word(samples) }) },
  {
    name: 'orders: search of a few letters',
    path: '/orders',
    make: (samples) => ({ q: word(samples).slice(0, 2 + samples.dice.whole(2)) }),
  },
  { name: '10,000 orders: sorts', path: heavy, make: ({ dice }) => ({ sort: dice.pick(orderSortNames) }) },
  {
    name: '10,000 orders: filters',
    path: heavy,
    make: together({ ...filters, kind: ({ dice }) => ({ kind: dice.pick(['current', 'past', 'recurring']) }) }),
  },
]
