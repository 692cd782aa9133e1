import { cell, type Table } from '#server/import/adventureworks/read-csv.ts'
import type { SourceTables } from '#server/import/adventureworks/source-tables.ts'
import type { Ledger } from '#server/import/ledger.ts'

const personTypes: Record<string, string> = {
  EM: 'an employee',
  GC: 'a general contact',
  IN: 'a private customer',
  SC: 'a contact of a store',
  SP: 'a sales person',
  VC: 'a contact of a supplier',
}

const columnOf = (table: Table, column: string) => new Set([...table.values()].map((row) => cell(row, column)))

/** Accounts for the rows that became no record of their own. */
export function settleLeftovers(
  tables: SourceTables,
  used: { addresses: ReadonlySet<string>; cards: ReadonlySet<string> },
  ledger: Ledger,
): void {
  const { people, addresses, provinces, countries, headers, details, cards, products, customers, stores } = tables
  const settleAll = (table: Table, fate: (id: string) => ['reference' | 'skipped', string] | undefined) => {
    for (const [id, { origin }] of table) {
      const decided = fate(id)
      if (decided) ledger.settle(origin.file, ...decided)
    }
  }

  const [persons, sellers] = [columnOf(customers, 'personid'), columnOf(stores, 'salespersonid')]
  settleAll(people, (id) => {
    if (persons.has(id)) return undefined
    if (sellers.has(id)) return ['reference', 'sales person of an organization']
    const type = cell(people.get(id), 'persontype') ?? ''
    return ['skipped', `no customer here but ${personTypes[type] ?? `of type ${type}`}`]
  })
  settleAll(addresses, (id) => (used.addresses.has(id) ? undefined : ['skipped', 'no order names it']))
  settleAll(cards, (id) => (used.cards.has(id) ? undefined : ['skipped', 'no order was paid with it']))
  settleAll(details, (id) =>
    headers.has(cell(details.get(id), 'salesorderid') ?? '') ? undefined : ['skipped', 'its order is not in the data'],
  )

  const ordered = columnOf(details, 'productid')
  settleAll(products, (id) => (ordered.has(id) ? ['reference', 'name on order lines'] : ['skipped', 'never ordered']))
  const [regions, territories] = [columnOf(addresses, 'stateprovinceid'), columnOf(customers, 'territoryid')]
  settleAll(provinces, (id) => {
    if (regions.has(id)) return ['reference', 'region of addresses']
    const named = territories.has(cell(provinces.get(id), 'territoryid'))
    return named ? ['reference', 'names its territory'] : ['skipped', 'no address is there']
  })
  const lands = columnOf(provinces, 'countryregioncode')
  settleAll(countries, (id) => (lands.has(id) ? ['reference', 'country of a region'] : ['skipped', 'has no region']))
}
