import { placeOf, instantFrom, pointFrom, sourced } from '#server/import/adventureworks/places.ts'
import { cell, type CsvRow } from '#server/import/adventureworks/read-csv.ts'
import type { SourceTables } from '#server/import/adventureworks/source-tables.ts'
import type { SourceRecord } from '#server/import/source-record.ts'

const salutations: Record<string, string> = { Mr: 'mr', Ms: 'ms', Mrs: 'mrs', Sr: 'mr', Sra: 'mrs' }

const customerNumberOf = (customerId: string) => `AW${customerId.padStart(8, '0')}`

/** Who a customer is: a person, a store, both or neither. */
export function identityOf(tables: SourceTables, customer: CsvRow) {
  const person = tables.people.get(cell(customer, 'personid') ?? '')
  const store = tables.stores.get(cell(customer, 'storeid') ?? '')
  return { person, store }
}

/** 0: no mail, 1: from us, 2: from us and from partners. */
function consentsOf(promotion: string | null) {
  if (promotion === null) return []
  return [
    { channel: 'email', granted: Number(promotion) >= 1, at: null },
    { channel: 'partnerEmail', granted: Number(promotion) >= 2, at: null },
  ]
}

function namesOf(person: CsvRow | undefined) {
  if (!person) return {}
  const title = cell(person, 'title')
  const suffix = cell(person, 'suffix')
  const salutation = title ? salutations[title.replace('.', '')] : undefined
  const names = ['firstname', 'middlename', 'lastname', 'suffix'].map((column) => cell(person, column))
  const [firstName, middleName, lastName] = names
  return {
    firstName,
    middleName,
    lastName,
    salutation: salutation ?? null,
    title: salutation ? null : title,
    displayName: suffix ? names.filter(Boolean).join(' ') : null,
    marketingConsents: consentsOf(cell(person, 'emailpromotion')),
  }
}

export function customerRecord(tables: SourceTables, id: string, row: CsvRow): SourceRecord {
  const { person, store } = identityOf(tables, row)
  const orders = tables.ordersOf.get(id) ?? []
  const hasOrderedOnline = orders.some((order) => cell(order, 'onlineorderflag') === 't')
  const territory = cell(row, 'territoryid')
  const value = {
    ...sourced(id),
    customerNumber: customerNumberOf(id),
    ...namesOf(person),
    companyName: cell(store, 'storename'),
    accountType: person && hasOrderedOnline ? 'registered' : 'unregistered',
    registeredAt: instantFrom(cell(orders.at(-1), 'orderdate')),
    scopes: territory ? [sourced(`territory ${territory}`)] : [],
  }
  return { resource: 'customers', value, origin: row.origin, merged: person ? [person.origin] : [] }
}

/** A store as an organization; its address is where the newest order of one of its customers was billed to. */
export function organizationRecord(tables: SourceTables, id: string, row: CsvRow, members: string[]): SourceRecord {
  const orders = members.flatMap((member) => tables.ordersOf.get(member) ?? [])
  const newest = orders.toSorted((a, b) => ((cell(a, 'orderdate') ?? '') < (cell(b, 'orderdate') ?? '') ? 1 : -1))
  const address = newest.map((order) => tables.addresses.get(cell(order, 'billtoaddressid') ?? '')).find(Boolean)
  const seller = tables.people.get(cell(row, 'salespersonid') ?? '')
  const sellerName = seller && [cell(seller, 'firstname'), cell(seller, 'lastname')].filter(Boolean).join(' ')
  const value = {
    ...sourced(id),
    number: `AW-${id}`,
    name: cell(row, 'storename'),
    description: sellerName ? `Sales person: ${sellerName}` : null,
    addresses: address ? [placeOf(tables, address)] : [],
  }
  return { resource: 'organizations', value, origin: row.origin }
}

/** Addresses of a customer: those that the orders name, preferred as in the newest one. */
export function addressRecords(tables: SourceTables, customerId: string, taken: Set<string>): SourceRecord[] {
  const orders = tables.ordersOf.get(customerId) ?? []
  const known = (column: string) => orders.flatMap((order) => tables.addresses.get(cell(order, column) ?? '') ?? [])
  const [billing, shipping] = [known('billtoaddressid'), known('shiptoaddressid')]
  const isBusiness = tables.stores.has(cell(tables.customers.get(customerId), 'storeid') ?? '')
  return [...new Set([...billing, ...shipping])].map((address) => {
    const id = cell(address, 'addressid') ?? ''
    const value = {
      ...placeOf(tables, address),
      ...pointFrom(cell(address, 'spatiallocation')),
      ...sourced(`${id}.${customerId}`),
      customer: sourced(customerId),
      isBusiness,
      isPreferredBilling: address === billing[0],
      isPreferredShipping: address === shipping[0],
    }
    return { resource: 'addresses', value, origin: firstTime(id, taken) ? address.origin : undefined }
  })
}

/** A row that several customers share is accounted for once. */
function firstTime(id: string, taken: Set<string>): boolean {
  return !taken.has(id) && taken.add(id).has(id)
}

/** Cards of a customer: those that the orders were paid with. Of the number only the last four digits go on. */
export function cardRecords(tables: SourceTables, customerId: string, taken: Set<string>): SourceRecord[] {
  const firstUse = new Map<CsvRow, string | null>()
  for (const order of tables.ordersOf.get(customerId) ?? []) {
    const card = tables.cards.get(cell(order, 'creditcardid') ?? '')
    if (card) firstUse.set(card, instantFrom(cell(order, 'orderdate')))
  }
  return [...firstUse].map(([card, addedAt], index) => {
    const id = cell(card, 'creditcardid') ?? ''
    const value = {
      ...sourced(`${id}.${customerId}`),
      customer: sourced(customerId),
      kind: 'creditCard',
      provider: 'adventureworks',
      card: {
        brand: cell(card, 'cardtype'),
        last4: lastFourOf(card),
        expiryMonth: Number(cell(card, 'expmonth')),
        expiryYear: Number(cell(card, 'expyear')),
      },
      isDefault: index === 0,
      addedAt,
    }
    return { resource: 'saved-payments', value, origin: firstTime(id, taken) ? card.origin : undefined }
  })
}

export function lastFourOf(card: CsvRow | undefined): string | null {
  const number = cell(card, 'cardnumber') ?? ''
  return /^\d{12,19}$/.test(number) ? number.slice(-4) : null
}
