import { customerName } from '#/contract/customer-name.ts'
import { foldText } from '#/contract/fold-text.ts'
import { resolved, type Entry, type ImportContext, type Resource } from '#server/import/resource.ts'
import {
  historyOf,
  linesOf,
  orderInputSchema,
  paymentsOf,
  shipmentsOf,
  type OrderInput,
} from '#server/import/resources/order-members.ts'
import { entityMembers, upsert, type Written } from '#server/import/upsert.ts'
import type { CustomerRow, OrderDetailRow, OrderRow } from '#server/store/rows.ts'
import { searchTextOf } from '#server/store/search-text.ts'
import type { Transaction } from '#server/store/store.ts'

type Customers = ReadonlyMap<string, CustomerRow>

function rowOf(
  context: ImportContext,
  entry: Entry<OrderInput>,
  before: OrderRow | undefined,
  customers: Customers,
): OrderRow {
  const { input } = entry
  const { references } = context
  const customerId = references.idOf('customers', input.customer) ?? ''
  const customer = customers.get(customerId)
  const { recurring } = input
  return {
    ...entityMembers('orders', context, entry, before),
    customerId,
    number: input.number,
    numberFolded: foldText(input.number),
    searchText: searchTextOf([
      input.number,
      customer ? customerName(customer) : null,
      customer?.customerNumber ?? null,
    ]),
    kind: input.kind,
    scopeId: references.idOf('scopes', input.scope) ?? '',
    statusCode: input.status.code,
    statusClass: input.status.class,
    shipmentCount: input.shipments?.length ?? 0,
    itemCount: Math.ceil((input.lines ?? []).reduce((count, { quantity }) => count + quantity, 0)),
    totalMinor: input.total?.amountMinor ?? null,
    currency: input.currency ?? input.total?.currency ?? null,
    source: input.source ?? null,
    needsAttention: input.needsAttention ?? false,
    draftOwner: input.draftOwner ?? null,
    cancellationPending: input.cancellationPending ?? false,
    recurring: recurring
      ? {
          frequency: recurring.frequency,
          nextAt: recurring.nextAt ?? null,
          lastOrderId: recurring.lastOrder ? (references.idOf('orders', recurring.lastOrder) ?? null) : null,
          paused: recurring.paused ?? false,
          problems: recurring.problems ?? [],
        }
      : null,
  }
}

function detailOf({ references }: ImportContext, { input }: Entry<OrderInput>, id: string): OrderDetailRow {
  return {
    id,
    lines: linesOf(input.lines ?? []),
    shipments: shipmentsOf(references, input),
    payments: paymentsOf(input),
    history: historyOf(input),
    subtotal: input.subtotal ?? null,
    tax: input.tax ?? null,
    shippingCost: input.shippingCost ?? null,
    billingAddress: input.billingAddress ?? null,
    messages: input.messages ?? [],
    addressIds: (input.addresses ?? []).flatMap((address) => references.idOf('addresses', address) ?? []),
    savedPaymentIds: (input.savedPayments ?? []).flatMap((payment) => references.idOf('savedPayments', payment) ?? []),
  }
}

async function newestOrder(transaction: Transaction, customerId: string): Promise<OrderRow | undefined> {
  const { rows } = await transaction.find('orders', {
    where: {
      op: 'and',
      conditions: [
        { op: 'in', field: 'customerId', values: [customerId] },
        { op: 'in', field: 'kind', values: ['current', 'past'] },
      ],
    },
    sort: [{ field: 'createdAt', descending: true }],
    limit: 1,
  })
  return rows[0]
}

/** A customer remembers the last order. */
async function refreshLastOrders({ transaction }: ImportContext, written: Written<'orders', OrderInput>[]) {
  const owners = new Set(written.flatMap(({ row, before }) => [row.customerId, before?.customerId ?? row.customerId]))
  for (const customerId of owners) {
    const newest = await newestOrder(transaction, customerId)
    const lastOrder = { lastOrderId: newest?.id ?? null, lastOrderAt: newest?.createdAt ?? null }
    await transaction.update('customers', customerId, lastOrder)
  }
}

/** Schedules after the orders that they may name as their last. */
async function write(context: ImportContext, entries: Entry<OrderInput>[]): Promise<void> {
  const [schedules, others] = [true, false].map((names) =>
    entries.filter(({ input }) => !!input.recurring?.lastOrder === names),
  )
  for (const part of [others, schedules]) if (part && part.length > 0) await writePart(context, part)
}

async function writePart(context: ImportContext, entries: Entry<OrderInput>[]): Promise<void> {
  const { transaction, references } = context
  const found = await resolved(context, entries, [
    { collection: 'customers', member: 'customer', of: ({ customer }) => [customer] },
    { collection: 'scopes', member: 'scope', of: ({ scope }) => [scope] },
    { collection: 'addresses', member: 'addresses', of: ({ addresses = [] }) => addresses },
    { collection: 'savedPayments', member: 'savedPayments', of: ({ savedPayments = [] }) => savedPayments },
    {
      collection: 'storeLocations',
      member: 'shipments',
      of: ({ shipments = [] }) => shipments.map(({ store }) => store),
    },
    { collection: 'orders', member: 'recurring', of: ({ recurring }) => [recurring?.lastOrder] },
  ])
  const ids = found.map(({ input }) => references.idOf('customers', input.customer) ?? '')
  const customers = new Map((await transaction.getMany('customers', ids)).map((row) => [row.id, row]))
  const written = await upsert(context, 'orders', found, (entry, before) => rowOf(context, entry, before, customers))
  const created = written.filter(({ before }) => before === undefined)
  await transaction.insert(
    'orderDetails',
    created.map(({ entry, row }) => detailOf(context, entry, row.id)),
  )
  for (const { entry, row, before } of written) {
    if (before) await transaction.update('orderDetails', row.id, detailOf(context, entry, row.id))
  }
  await refreshLastOrders(context, written)
}

export const orders: Resource<OrderInput> = {
  schema: orderInputSchema,
  keyOf: ({ sourceSystem, externalId }) => `${sourceSystem}\n${externalId}`,
  write,
}
