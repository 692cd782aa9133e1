import type { Order } from '#/contract/orders.ts'
import { apiActor, serviceActor, systemActor } from '#mocks/seed/actors.ts'
import { discontinued, goods } from '#mocks/seed/catalogue.ts'
import { daysAgo } from '#mocks/seed/clock.ts'
import type { CustomerSpec } from '#mocks/seed/customer-rows.ts'
import type { OrderSpec } from '#mocks/seed/order-rows.ts'
import { postalAddress } from '#mocks/seed/places.ts'

const one = goods(['COF-ESP-1000', 1])
const depot = postalAddress('us', '11 Wall Street', 'New York', 'US-NY', '10005', {
  firstName: 'Odette',
  lastName: 'Orders',
})

const shipments: Order['shipments'] = [
  {
    id: '1',
    number: 'S-1',
    status: 'Shipped',
    method: 'shipping',
    address: depot,
    storeId: null,
    tracking: '1Z999AA10123456784',
    expectedAt: daysAgo(-2),
  },
  {
    id: '2',
    number: 'S-2',
    status: 'Canceled',
    method: 'pickup',
    address: null,
    storeId: 'fifth-avenue',
    tracking: null,
    expectedAt: null,
  },
  {
    id: '3',
    number: null,
    status: 'Pending Response',
    method: 'shipToStore',
    address: null,
    storeId: 'old-mill',
    tracking: null,
    expectedAt: daysAgo(3),
  },
  {
    id: '4',
    number: 'S-4',
    status: 'New',
    method: 'delivery',
    address: depot,
    storeId: null,
    tracking: null,
    expectedAt: daysAgo(-1),
  },
]

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' })

const oneOfEach: readonly OrderSpec[] = [
  {
    number: '0000815',
    daysAgo: 1,
    scopeId: 'us',
    code: 'New',
    lines: goods(['PAS-RIG-500', 20], ['CHE-COMTE', 1.25]),
    addressIds: ['orders-a1'],
  },
  {
    number: 'W-20260001',
    daysAgo: 2,
    scopeId: 'us',
    code: 'InProgress',
    lines: [
      ...goods(['KET-GOO-1', 1]),
      ...goods(['MUG-STO-4', 2]).map((line) => Object.assign(line, { discountUsdCents: 840 })),
    ],
    shipments,
    billingAddress: depot,
    messages: ['Gift wrapping asked for', '<b>Leave at the door</b>'],
    payments: [
      { id: '1', method: 'creditCard', mask: '•••• 1111', status: 'Authorized', amount: usd(15_000), at: daysAgo(2) },
      { id: '2', method: 'giftCertificate', mask: null, status: 'Paid', amount: usd(1300), at: daysAgo(2) },
      { id: '3', method: 'creditCard', mask: '•••• 4444', status: 'PaymentFailed', amount: null, at: null },
    ],
    history: [
      { at: daysAgo(1), actor: systemActor, shipmentId: '1', from: 'New', to: 'Shipped' },
      { at: daysAgo(1.5), actor: serviceActor, shipmentId: '2', from: 'New', to: 'Canceled' },
      { at: daysAgo(1.5), actor: serviceActor, shipmentId: null, from: 'New', to: 'InProgress' },
      { at: daysAgo(2), actor: apiActor, shipmentId: null, from: null, to: 'New' },
    ],
  },
  { number: 'W-20260002', daysAgo: 3, scopeId: 'us', code: 'Fulfilled', lines: one },
  {
    number: 'W-20260003',
    daysAgo: 4,
    scopeId: 'us',
    code: 'OnHold',
    lines: one,
    needsAttention: true,
    messages: ['Address could not be verified'],
  },
  {
    number: 'W-20260004',
    daysAgo: 5,
    scopeId: 'us',
    code: 'Shipped',
    lines: one,
    shipments: shipments.slice(0, 1),
    source: 'phone',
  },
  { number: 'W-20260005', daysAgo: 6, scopeId: 'us', code: 'Completed', lines: one, shipments: shipments.slice(0, 1) },
  { number: 'W-20260006', daysAgo: 7, scopeId: 'us', code: 'Canceled', lines: one, source: null },
  { number: 'W-20260007', daysAgo: 8, scopeId: 'us', code: 'AwaitingCustoms_17', lines: one },
  {
    number: 'W-20260009',
    daysAgo: 8.5,
    scopeId: 'us',
    code: 'InProgress',
    lines: one,
    draftOwner: 'Sam Rivera',
    cancellationPending: true,
  },
  { number: 'W-20260008', daysAgo: 9, scopeId: 'gone-scope', lines: one },
  { number: '000000000042', daysAgo: 10, scopeId: 'us', lines: [] },
  {
    number: 'R-000001',
    daysAgo: 120,
    scopeId: 'us',
    kind: 'recurring',
    code: 'Active',
    lines: one,
    recurring: { frequency: 'Every 2 weeks', nextAt: daysAgo(-5), lastOrderId: 'orders-o6' },
    addressIds: ['orders-a1'],
  },
  {
    number: 'R-000002',
    daysAgo: 300,
    scopeId: 'us',
    kind: 'recurring',
    code: 'Active',
    lines: one,
    recurring: { frequency: 'Every 30 days', nextAt: daysAgo(40), lastOrderId: null },
  },
  {
    number: 'R-000003',
    daysAgo: 310,
    scopeId: 'us',
    kind: 'recurring',
    code: 'Paused',
    lines: [{ product: discontinued, quantity: 1 }],
    recurring: { frequency: 'Quarterly', nextAt: null, lastOrderId: 'gone-order', problems: ['productGone'] },
  },
]

const money: readonly OrderSpec[] = [
  { number: 'M-JPY', daysAgo: 1, scopeId: 'jp', lines: goods(['TEA-SENCHA-100', 3]) },
  { number: 'M-KWD', daysAgo: 2, scopeId: 'kw', lines: goods(['COF-FIL-500', 1]) },
  { number: 'M-EUR', daysAgo: 3, scopeId: 'de', lines: goods(['GRI-BUR-2', 1]) },
  { number: 'M-GBP', daysAgo: 4, scopeId: 'uk', lines: goods(['KNI-CHE-20', 1]) },
  { number: 'M-CAD', daysAgo: 5, scopeId: 'ca', lines: goods(['BOA-OAK-L', 1]) },
  { number: 'M-ZERO', daysAgo: 6, scopeId: 'us', lines: goods(['GFT-CARD', 1]), totalMinor: 0 },
  { number: 'M-REFUND', daysAgo: 7, scopeId: 'us', lines: goods(['GFT-CARD', 1]), totalMinor: -12_345 },
  {
    number: 'M-HUGE',
    daysAgo: 8,
    scopeId: 'us',
    lines: goods(['MAC-ESP-9', 956_000]),
    totalMinor: 123_456_789_012_345,
  },
  { number: 'M-NULL', daysAgo: 9, scopeId: 'us', lines: one, totalMinor: null },
  { number: 'M-NOCUR', daysAgo: 10, scopeId: 'kw', lines: one, currency: null },
  { number: 'M-FOREIGN', daysAgo: 11, scopeId: 'us', lines: one, currency: 'SEK' },
]

const many = (prefix: string, count: number): OrderSpec[] =>
  Array.from({ length: count }, (_, index) => ({
    number: `${prefix}-${String(99_000 + count - index).padStart(7, '0')}`,
    daysAgo: 0.4 + index * 0.3,
    scopeId: 'us',
    lines: index % 3 === 0 ? goods(['TEA-ASSAM-100', 1], ['CHO-72-100', 2]) : one,
  }))

/** Orders of every kind, status and amount. `heavy` and `hopper` have 10,000 in the whole seed. */
export const orderCases: readonly CustomerSpec[] = [
  {
    customer: {
      id: 'orders',
      customerNumber: 'C-100501',
      firstName: 'Odette',
      lastName: 'Orders',
      email: 'odette@post.example',
      phone: '+12125550160',
      isRecurringBuyer: true,
    },
    addresses: [{ ...depot, name: 'Home', isPreferredBilling: true, isPreferredShipping: true }],
    orders: oneOfEach,
  },
  {
    customer: {
      id: 'money',
      customerNumber: 'C-100502',
      firstName: 'Mona',
      lastName: 'Money',
      email: 'mona@post.example',
      scopeIds: ['us', 'jp', 'kw', 'de', 'uk', 'ca'],
    },
    orders: money,
  },
  {
    customer: {
      id: 'one-order',
      customerNumber: 'C-100503',
      firstName: 'Una',
      lastName: 'Single',
      email: 'una@post.example',
    },
    orders: [{ number: 'W-20261000', daysAgo: 30, scopeId: 'us', lines: one, shipments: shipments.slice(0, 1) }],
  },
  {
    customer: {
      id: 'heavy',
      customerNumber: 'C-100504',
      firstName: 'Hedda',
      lastName: 'Heavy',
      email: 'hedda@post.example',
      tier: 'vip',
    },
    orders: many('H', 30),
  },
  {
    customer: {
      id: 'hopper',
      customerNumber: 'C-100505',
      companyName: 'Hopper Wholesale',
      email: 'buy@hopper.example',
      preferredLanguage: 'en-GB',
    },
    orders: many('W', 30),
    organizations: [{ id: 'closed-org' }],
  },
]
