import type { Money } from '#/contract/common.ts'
import type { Order } from '#/contract/orders.ts'
import { identityOf, lastFourOf } from '#server/import/adventureworks/map-customers.ts'
import { instantFrom, placeOf, sourced } from '#server/import/adventureworks/places.ts'
import { cell, type CsvRow } from '#server/import/adventureworks/read-csv.ts'
import type { SourceTables } from '#server/import/adventureworks/source-tables.ts'
import { parseDecimal, roundedTo, times, type Decimal } from '#server/import/decimal.ts'
import type { Ledger } from '#server/import/ledger.ts'
import type { SourceRecord } from '#server/import/source-record.ts'

/** There is no table of currencies: everything is taken as US dollars. */
const currency = 'USD'
const digits = 2
const one: Decimal = { units: 1n, scale: 0 }

interface Status {
  code: string
  class: Order['status']['class']
  kind: Order['kind']
}

const statuses: Record<string, Status> = {
  1: { code: 'InProgress', class: 'inProgress', kind: 'current' },
  2: { code: 'Approved', class: 'inProgress', kind: 'current' },
  3: { code: 'Backordered', class: 'attention', kind: 'current' },
  4: { code: 'Rejected', class: 'canceled', kind: 'past' },
  5: { code: 'Shipped', class: 'completed', kind: 'past' },
  6: { code: 'Canceled', class: 'canceled', kind: 'past' },
}

const statusOf = (code: string | null): Status =>
  statuses[code ?? ''] ?? { code: `Status ${code ?? 'unknown'}`, class: 'open', kind: 'current' }

const decimal = (row: CsvRow, column: string) => parseDecimal(cell(row, column) ?? '')
const money = (amount: Decimal): Money => ({ amountMinor: roundedTo(digits, amount), currency })

function amount(row: CsvRow, column: string): Money | null {
  const value = decimal(row, column)
  return value ? money(value) : null
}

/** Price, quantity and share taken off: amounts that cannot be read stay empty. */
function lineOf(tables: SourceTables, row: CsvRow) {
  const product = tables.products.get(cell(row, 'productid') ?? '')
  const price = decimal(row, 'unitprice')
  const quantity = decimal(row, 'orderqty')
  const share = decimal(row, 'unitpricediscount')
  const full = price && quantity && times(price, quantity)
  const rest = share && { units: 10n ** BigInt(share.scale) - share.units, scale: share.scale }
  return {
    id: cell(row, 'salesorderdetailid'),
    sku: cell(product, 'productnumber'),
    name: cell(product, 'name') ?? `Product ${cell(row, 'productid') ?? 'unknown'}`,
    quantity: Number(cell(row, 'orderqty')),
    unitPrice: price ? money(price) : null,
    discount: full && share && share.units !== 0n ? money(times(full, share)) : null,
    total: full ? money(times(full, rest ?? one)) : null,
  }
}

/** The total of the order wins; what the parts add up to is only compared with it. */
function compareAmounts(row: CsvRow, lines: ReturnType<typeof lineOf>[], ledger: Ledger): void {
  const [subtotal, tax, freight, total] = ['subtotal', 'taxamt', 'freight', 'totaldue'].map(
    (column) => amount(row, column)?.amountMinor,
  )
  if (total === undefined) ledger.find('orders whose total cannot be read')
  const ofLines = lines.reduce((sum, line) => sum + (line.total?.amountMinor ?? 0), 0)
  count('lines', 'subtotal', ofLines - (subtotal ?? 0), lines.length)
  count('subtotal, tax and freight', 'total', (subtotal ?? 0) + (tax ?? 0) + (freight ?? 0) - (total ?? 0), 3)

  function count(parts: string, whole: string, difference: number, roundings: number) {
    const cause = Math.abs(difference) <= roundings ? 'by rounding to cents' : 'by more than rounding'
    if (difference !== 0) ledger.find(`orders whose ${parts} differ from the ${whole} ${cause}`)
  }
}

function paymentsOf(tables: SourceTables, row: CsvRow) {
  const card = tables.cards.get(cell(row, 'creditcardid') ?? '')
  if (!card) return []
  const last4 = lastFourOf(card)
  return [
    {
      id: '1',
      method: 'creditCard',
      mask: last4 && `•••• ${last4}`,
      status: cell(row, 'creditcardapprovalcode') ? 'Authorized' : 'New',
      amount: amount(row, 'totaldue'),
      at: instantFrom(cell(row, 'orderdate')),
    },
  ]
}

function historyOf(row: CsvRow, code: string) {
  const actor = { type: 'importer', id: 'adventureworks' }
  const created = { at: instantFrom(cell(row, 'orderdate')), actor, to: 'InProgress' }
  const shippedAt = instantFrom(cell(row, 'shipdate'))
  return shippedAt ? [{ at: shippedAt, actor, from: 'InProgress', to: code }, created] : [created]
}

function postalAddressOf(tables: SourceTables, row: CsvRow, column: string, ledger: Ledger) {
  const address = tables.addresses.get(cell(row, column) ?? '')
  if (!address) {
    ledger.find(`orders whose ${column} is not in the data`)
    return null
  }
  const customer = tables.customers.get(cell(row, 'customerid') ?? '')
  const { person, store } = customer ? identityOf(tables, customer) : {}
  const names = { firstName: cell(person, 'firstname'), lastName: cell(person, 'lastname') }
  return { ...names, companyName: cell(store, 'storename'), ...placeOf(tables, address) }
}

export function orderRecord(tables: SourceTables, id: string, row: CsvRow, ledger: Ledger): SourceRecord {
  const customerId = cell(row, 'customerid') ?? ''
  const { kind, ...status } = statusOf(cell(row, 'status'))
  const rows = tables.linesOf.get(id) ?? []
  const lines = rows.map((line) => lineOf(tables, line))
  compareAmounts(row, lines, ledger)
  ledger.find(
    cell(row, 'currencyrateid')
      ? 'orders with a currency rate that is not in the data, taken as US dollars'
      : 'orders without currency rate, taken as US dollars',
  )
  const used = (column: string) => tables.addresses.has(cell(row, column) ?? '') && `${cell(row, column)}.${customerId}`
  const addresses = new Set([used('billtoaddressid'), used('shiptoaddressid')].filter((key) => key !== false))
  const cardId = cell(row, 'creditcardid') ?? ''
  const value = {
    ...sourced(id),
    number: `SO${id}`,
    customer: sourced(customerId),
    scope: sourced(`territory ${cell(row, 'territoryid') ?? ''}`),
    kind,
    status,
    createdAt: instantFrom(cell(row, 'orderdate')),
    total: amount(row, 'totaldue'),
    currency,
    subtotal: amount(row, 'subtotal'),
    tax: amount(row, 'taxamt'),
    shippingCost: amount(row, 'freight'),
    source: cell(row, 'onlineorderflag') === 't' ? 'web' : 'sales',
    billingAddress: postalAddressOf(tables, row, 'billtoaddressid', ledger),
    lines,
    shipments: [
      {
        id: '1',
        status: status.code,
        method: 'shipping',
        address: postalAddressOf(tables, row, 'shiptoaddressid', ledger),
        expectedAt: instantFrom(cell(row, 'duedate')),
      },
    ],
    payments: paymentsOf(tables, row),
    history: historyOf(row, status.code),
    addresses: [...addresses].map(sourced),
    savedPayments: tables.cards.has(cardId) ? [sourced(`${cardId}.${customerId}`)] : [],
  }
  return { resource: 'orders', value, origin: row.origin, merged: rows.map(({ origin }) => origin) }
}
