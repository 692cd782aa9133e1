import type { EdgeCase } from '#mocks/edge-cases/edge-case.ts'

export const ordersCases = [
  { name: 'no-orders', covers: [38], at: '/customers/bo/orders' },
  { name: 'one-order', covers: [38], at: '/customers/one-order/orders' },
  { name: 'ten-thousand-orders', covers: [38], at: '/customers/heavy/orders' },
  { name: 'orders-in-many-currencies', covers: [39], at: '/customers/money/orders' },
  { name: 'order-without-currency', covers: [39], at: '/orders/money-o10' },
  { name: 'orders-with-unknown-codes', covers: [40], at: '/customers/orders/orders' },
  { name: 'order-with-canceled-shipment', covers: [40], at: '/orders/orders-o2' },
  { name: 'order-being-edited', covers: [41], at: '/customers/orders/orders' },
  { name: 'recurring-orders-of-every-kind', covers: [42], at: '/customers/orders/orders' },
  { name: 'recurring-order-without-payment', covers: [42], at: '/customers/expired/orders' },
  { name: 'order-that-is-gone', covers: [43], at: '/customers/orders/orders' },
  { name: 'order-out-of-reach', covers: [43], at: '/orders/gone-order' },
] as const satisfies readonly EdgeCase[]
