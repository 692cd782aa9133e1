import type { SavedPayment } from '#/contract/saved-payments.ts'
import { apiActor, customerActor } from '#mocks/seed/actors.ts'
import type { Product } from '#mocks/seed/catalogue.ts'
import { daysAgo } from '#mocks/seed/clock.ts'
import { entityOf } from '#mocks/seed/entity.ts'
import { priced, sumOf } from '#mocks/seed/money.ts'
import { currencyOf } from '#mocks/seed/scopes.ts'
import type { CartRow, CustomerRow, SavedPaymentRow } from '#server/store/rows.ts'

export interface CartSpec {
  name: string
  /** `shopping` unless told. */
  type?: string | null
  daysAgo: number
  lines: readonly { product: Product; quantity: number }[]
  scopeId: string
  /** `null`: not calculated yet. */
  totalMinor?: number | null
  /** In days; negative when it has passed. */
  expiresIn?: number
  status?: CartRow['status']
  draftOwner?: string
  orderId?: string
}

export function cartRow(id: string, customerId: string, spec: CartSpec): CartRow {
  const currency = currencyOf(spec.scopeId)
  const lines = spec.lines.map(({ product, quantity }, index) => {
    const unitPrice = priced(product.usdCents, currency)
    const total = { amountMinor: Math.round(unitPrice.amountMinor * quantity), currency }
    return { id: String(index + 1), sku: product.sku, name: product.name, quantity, unitPrice, discount: null, total }
  })
  return {
    ...entityOf(id, daysAgo(spec.daysAgo), apiActor),
    customerId,
    scopeId: spec.scopeId,
    name: spec.name,
    type: spec.type === undefined ? 'shopping' : spec.type,
    itemQuantity: Number(spec.lines.reduce((sum, line) => sum + line.quantity, 0).toFixed(3)),
    lineCount: lines.length,
    totalMinor: spec.totalMinor === undefined ? sumOf(lines.map((line) => line.total)) : spec.totalMinor,
    currency,
    expiresAt: spec.expiresIn === undefined ? null : daysAgo(-spec.expiresIn),
    status: spec.status ?? 'open',
    draftOwner: spec.draftOwner ?? null,
    orderId: spec.orderId ?? null,
    lines,
  }
}

export interface SavedPaymentSpec extends Partial<SavedPaymentRow> {
  /** `MM/YYYY` */
  expiry?: string | null
  brand?: string | null
  /** Last four digits. */
  last4?: string
}

type Cardholder = Pick<CustomerRow, 'id' | 'createdAt' | 'firstName' | 'lastName' | 'companyName'>

function cardOf(spec: SavedPaymentSpec, holder: string | null): SavedPayment['card'] {
  if (spec.last4 === undefined) return null
  const [month, year] = spec.expiry?.split('/').map(Number) ?? []
  return {
    brand: spec.brand === undefined ? 'visa' : spec.brand,
    mask: `•••• ${spec.last4}`,
    holder,
    expiryMonth: month ?? null,
    expiryYear: year ?? null,
  }
}

export function savedPaymentRow(id: string, customer: Cardholder, spec: SavedPaymentSpec): SavedPaymentRow {
  const { expiry: _expiry, brand: _brand, last4, ...members } = spec
  const holder = [customer.firstName, customer.lastName].filter(Boolean).join(' ') || customer.companyName
  const addedAt = spec.addedAt === undefined ? customer.createdAt : spec.addedAt
  return {
    ...entityOf(id, addedAt ?? customer.createdAt, customerActor(customer.id)),
    customerId: customer.id,
    kind: last4 === undefined ? 'paypal' : 'creditCard',
    provider: 'adyen',
    label: null,
    card: cardOf(spec, holder),
    bank: null,
    isDefault: false,
    enabled: true,
    addedAt,
    ...members,
  }
}
