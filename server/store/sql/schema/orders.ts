import type { Cart } from '#/contract/carts.ts'
import type { SavedPayment } from '#/contract/saved-payments.ts'
import { sql } from 'drizzle-orm'
import { pgTable, type ExtraConfigColumn } from 'drizzle-orm/pg-core'
import type { CartRow, OrderDetailRow, OrderRow } from '#server/store/rows.ts'
import {
  amountOrNull,
  code,
  columns,
  decimal,
  flag,
  instantOrNull,
  json,
  jsonOrNull,
  key,
  list,
  whole,
  words,
  wordsOrNull,
} from '#server/store/sql/column-kinds.ts'
import { entityColumns } from '#server/store/sql/schema/entity-columns.ts'
import { coveringIndex, listIndex, searchIndex, sortedIndex, uniqueIndexes } from '#server/store/sql/schema/indexes.ts'

/** What orders are filtered by, apart from their search. */
const filters = [
  'kind',
  'statusCode',
  'statusClass',
  'scopeId',
  'needsAttention',
  'currency',
  'totalMinor',
  'createdAt',
  'customerId',
] as const
const filtered = (table: Record<(typeof filters)[number], ExtraConfigColumn>) => filters.map((name) => table[name])

export const orders = pgTable(
  'orders',
  columns({
    ...entityColumns,
    customerId: words,
    number: words,
    numberFolded: words,
    kind: code<OrderRow['kind']>(),
    scopeId: words,
    statusCode: words,
    statusClass: code<OrderRow['statusClass']>(),
    shipmentCount: whole,
    itemCount: whole,
    totalMinor: amountOrNull,
    currency: wordsOrNull,
    source: wordsOrNull,
    needsAttention: flag,
    draftOwner: wordsOrNull,
    cancellationPending: flag,
    recurring: jsonOrNull<OrderRow['recurring']>(),
    searchText: words,
  }),
  (table) => [
    ...uniqueIndexes('orders', table),
    coveringIndex('orders', [table.customerId, table.createdAt, table.id], [...filtered(table), table.numberFolded]),
    coveringIndex('orders', [table.createdAt, table.id], filtered(table)),
    coveringIndex('orders', [table.numberFolded, table.id], filtered(table)),
    coveringIndex('orders', [table.totalMinor, table.id], filtered(table)),
    coveringIndex('orders', [table.statusCode, table.id], filtered(table)),
    coveringIndex('orders', [table.statusClass, table.createdAt, table.id], filtered(table)),
    // Few of many.
    coveringIndex(
      'orders',
      [table.needsAttention, table.createdAt, table.id],
      [...filtered(table), table.numberFolded],
    ).where(sql`needs_attention`),
    coveringIndex('orders', [table.scopeId, table.createdAt, table.id], [...filtered(table), table.numberFolded]),
    searchIndex('orders', table.searchText),
  ],
)

export const orderDetails = pgTable(
  'order_details',
  columns({
    id: key,
    lines: json<OrderDetailRow['lines']>(),
    shipments: json<OrderDetailRow['shipments']>(),
    payments: json<OrderDetailRow['payments']>(),
    history: json<OrderDetailRow['history']>(),
    subtotal: jsonOrNull<OrderDetailRow['subtotal']>(),
    tax: jsonOrNull<OrderDetailRow['tax']>(),
    shippingCost: jsonOrNull<OrderDetailRow['shippingCost']>(),
    billingAddress: jsonOrNull<OrderDetailRow['billingAddress']>(),
    messages: list(),
    addressIds: list(),
    savedPaymentIds: list(),
  }),
  (table) => [listIndex('orderDetails', table.addressIds), listIndex('orderDetails', table.savedPaymentIds)],
)

export const carts = pgTable(
  'carts',
  columns({
    ...entityColumns,
    customerId: words,
    scopeId: words,
    name: words,
    type: wordsOrNull,
    itemQuantity: decimal,
    lineCount: whole,
    totalMinor: amountOrNull,
    currency: words,
    expiresAt: instantOrNull,
    lines: json<Cart['lines']>(),
    status: code<CartRow['status']>(),
    draftOwner: wordsOrNull,
    orderId: wordsOrNull,
  }),
  (table) => [...uniqueIndexes('carts', table), sortedIndex('carts', table.customerId, table.createdAt)],
)

export const savedPayments = pgTable(
  'saved_payments',
  columns({
    ...entityColumns,
    customerId: words,
    kind: words,
    provider: words,
    label: wordsOrNull,
    card: jsonOrNull<SavedPayment['card']>(),
    bank: jsonOrNull<SavedPayment['bank']>(),
    isDefault: flag,
    enabled: flag,
    addedAt: instantOrNull,
  }),
  (table) => [...uniqueIndexes('savedPayments', table), sortedIndex('savedPayments', table.customerId, table.addedAt)],
)
