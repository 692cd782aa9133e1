import { cell, readTable, type CsvOptions, type CsvRow, type Table } from '#server/import/adventureworks/read-csv.ts'

/** The files of the set and what is known from looking at them together. */
export interface SourceTables {
  customers: Table
  people: Table
  stores: Table
  addresses: Table
  provinces: Table
  countries: Table
  headers: Table
  details: Table
  cards: Table
  products: Table
  /** Headers of a customer, newest first. */
  ordersOf: ReadonlyMap<string, CsvRow[]>
  /** Lines of an order. */
  linesOf: ReadonlyMap<string, CsvRow[]>
}

function grouped(table: Table, column: string): Map<string, CsvRow[]> {
  return Map.groupBy(table.values(), (row) => cell(row, column) ?? '')
}

function newestFirst(a: CsvRow, b: CsvRow): number {
  const [left, right] = [a, b].map((row) => `${cell(row, 'orderdate')} ${cell(row, 'salesorderid')?.padStart(12, '0')}`)
  return (left ?? '') < (right ?? '') ? 1 : -1
}

export async function readTables(options: CsvOptions): Promise<SourceTables> {
  const customers = await readTable(options, 'customer.csv', 'customerid', 'customers')
  const people = await readTable(options, 'person.csv', 'businessentityid', 'customers')
  const stores = await readTable(options, 'store.csv', 'businessentityid', 'organizations')
  const addresses = await readTable(options, 'address.csv', 'addressid', 'addresses')
  const provinces = await readTable(options, 'stateprovince.csv', 'stateprovinceid', 'addresses')
  const countries = await readTable(options, 'countryregion.csv', 'countryregioncode', 'scopes')
  const headers = await readTable(options, 'salesorderheader.csv', 'salesorderid', 'orders')
  const details = await readTable(options, 'salesorderdetail.csv', 'salesorderdetailid', 'orders')
  const cards = await readTable(options, 'creditcard.csv', 'creditcardid', 'saved-payments')
  const products = await readTable(options, 'product.csv', 'productid', 'orders')
  const ordersOf = grouped(headers, 'customerid')
  for (const orders of ordersOf.values()) orders.sort(newestFirst)
  const linesOf = grouped(details, 'salesorderid')
  return {
    customers,
    people,
    stores,
    addresses,
    provinces,
    countries,
    headers,
    details,
    cards,
    products,
    ordersOf,
    linesOf,
  }
}
