import type { PostalAddress } from '#/contract/addresses.ts'
import type { Money } from '#/contract/common.ts'
import { foldText } from '#/contract/fold-text.ts'
import type { Order } from '#/contract/orders.ts'
import { apiActor, systemActor } from '#mocks/seed/actors.ts'
import type { Product } from '#mocks/seed/catalogue.ts'
import { daysAgo } from '#mocks/seed/clock.ts'
import { entityOf } from '#mocks/seed/entity.ts'
import { priced, sumOf } from '#mocks/seed/money.ts'
import { currencyOf } from '#mocks/seed/scopes.ts'
import type { OrderDetailRow, OrderRow } from '#server/store/rows.ts'
import { searchTextOf } from '#server/store/search-text.ts'

const statuses: Record<string, { class: Order['status']['class']; kind: Order['kind'] }> = {
  New: { class: 'open', kind: 'current' },
  InProgress: { class: 'inProgress', kind: 'current' },
  Fulfilled: { class: 'inProgress', kind: 'current' },
  OnHold: { class: 'attention', kind: 'current' },
  Shipped: { class: 'completed', kind: 'past' },
  Completed: { class: 'completed', kind: 'past' },
  Canceled: { class: 'canceled', kind: 'past' },
}

export interface OrderSpec {
  number: string
  daysAgo: number
  lines: readonly { product: Product; quantity: number; discountUsdCents?: number }[]
  scopeId: string
  /** `Completed` unless told. An unknown code is open. */
  code?: string
  kind?: Order['kind']
  currency?: string | null
  /** Replaces the sum of the lines; `null` is not known. */
  totalMinor?: number | null
  source?: string | null
  needsAttention?: boolean
  draftOwner?: string
  cancellationPending?: boolean
  messages?: string[]
  /** Paused when the code says so. */
  recurring?: Omit<NonNullable<Order['recurring']>, 'paused' | 'problems'> & { paused?: boolean; problems?: string[] }
  shipments?: Order['shipments']
  payments?: Order['payments']
  history?: Order['history']
  billingAddress?: PostalAddress | null
  addressIds?: string[]
  savedPaymentIds?: string[]
}

export interface OrderOwner {
  id: string
  customerNumber: string
  name: string
}

function linesOf(spec: OrderSpec, currency: string): OrderDetailRow['lines'] {
  return spec.lines.map(({ product, quantity, discountUsdCents }, index) => {
    const unitPrice = priced(product.usdCents, currency)
    const discount = discountUsdCents ? priced(discountUsdCents, currency) : null
    const total = Math.round(unitPrice.amountMinor * quantity) - (discount?.amountMinor ?? 0)
    return {
      id: String(index + 1),
      sku: product.sku,
      name: product.name,
      quantity,
      unitPrice,
      discount,
      total: { amountMinor: total, currency },
    }
  })
}

/** What is sold by weight counts as one item. */
const itemCountOf = (spec: OrderSpec) =>
  spec.lines.reduce((count, { product, quantity }) => count + (product.byWeight ? 1 : quantity), 0)

function totalOf(spec: OrderSpec, parts: readonly Money[]): number | null {
  return spec.totalMinor === undefined ? sumOf(parts) : spec.totalMinor
}

function historyOf(createdAt: string, code: string): OrderDetailRow['history'] {
  const created = { at: createdAt, actor: apiActor, shipmentId: null, from: null, to: 'New' }
  if (code === 'New') return [created]
  const later = new Date(Date.parse(createdAt) + 26 * 3_600_000).toISOString()
  return [{ at: later, actor: systemActor, shipmentId: null, from: 'New', to: code }, created]
}

/** Both halves of an order. */
export function orderRows(id: string, owner: OrderOwner, spec: OrderSpec): { order: OrderRow; detail: OrderDetailRow } {
  const code = spec.code ?? 'Completed'
  const known = statuses[code] ?? { class: 'open', kind: 'current' }
  const currency = spec.currency === undefined ? currencyOf(spec.scopeId) : spec.currency
  const pricing = currency ?? currencyOf(spec.scopeId)
  const createdAt = daysAgo(spec.daysAgo)
  const lines = linesOf(spec, pricing)
  const subtotal = { amountMinor: sumOf(lines.flatMap((line) => line.total ?? [])), currency: pricing }
  const tax = { amountMinor: Math.round(subtotal.amountMinor * 0.08), currency: pricing }
  const shippingCost = priced(subtotal.amountMinor > priced(6000, pricing).amountMinor ? 0 : 590, pricing)
  const shipments = spec.shipments ?? []
  const order: OrderRow = {
    ...entityOf(id, createdAt, apiActor),
    customerId: owner.id,
    number: spec.number,
    numberFolded: foldText(spec.number),
    searchText: searchTextOf([spec.number, owner.name, owner.customerNumber]),
    kind: spec.kind ?? known.kind,
    scopeId: spec.scopeId,
    statusCode: code,
    statusClass: spec.needsAttention ? 'attention' : known.class,
    shipmentCount: shipments.length,
    itemCount: itemCountOf(spec),
    totalMinor: totalOf(spec, [subtotal, tax, shippingCost]),
    currency,
    source: spec.source === undefined ? 'web' : spec.source,
    needsAttention: spec.needsAttention ?? false,
    draftOwner: spec.draftOwner ?? null,
    cancellationPending: spec.cancellationPending ?? false,
    recurring: spec.recurring ? { paused: code === 'Paused', ...spec.recurring } : null,
  }
  const detail: OrderDetailRow = {
    id,
    lines,
    shipments,
    payments: spec.payments ?? [],
    history: spec.history ?? historyOf(createdAt, code),
    subtotal,
    tax,
    shippingCost,
    billingAddress: spec.billingAddress ?? null,
    messages: spec.messages ?? [],
    addressIds: spec.addressIds ?? [],
    savedPaymentIds: spec.savedPaymentIds ?? [],
  }
  return { order, detail }
}
