import {
  addressRecords,
  cardRecords,
  customerRecord,
  identityOf,
  organizationRecord,
} from '#server/import/adventureworks/map-customers.ts'
import { orderRecord } from '#server/import/adventureworks/map-orders.ts'
import { sourced, territoryNames } from '#server/import/adventureworks/places.ts'
import { cell, type CsvOptions } from '#server/import/adventureworks/read-csv.ts'
import { settleLeftovers } from '#server/import/adventureworks/settle-leftovers.ts'
import { readTables } from '#server/import/adventureworks/source-tables.ts'
import type { ImportSource, SourceRecord } from '#server/import/source-record.ts'

function scopeRecord(externalId: string, name: string): SourceRecord {
  const parent = externalId === 'root' ? null : sourced('root')
  return { resource: 'scopes', value: { ...sourced(externalId), name, parent, currency: 'USD' } }
}

function membershipRecord(customerId: string, storeId: string): SourceRecord {
  const value = { customer: sourced(customerId), organization: sourced(storeId) }
  return { resource: 'memberships', value }
}

/** The AdventureWorks sample data as ten CSV files; docs/import.md says what becomes of each column. */
export function createAdventureWorksSource(options: CsvOptions): ImportSource {
  const { ledger } = options
  return {
    name: 'adventureworks',
    async *records() {
      const tables = await readTables(options)
      const { customers, stores, headers } = tables
      yield scopeRecord('root', 'AdventureWorks')
      for (const [id, name] of territoryNames(tables)) yield scopeRecord(`territory ${id}`, name)

      const members = Map.groupBy(customers.keys(), (id) => cell(customers.get(id), 'storeid') ?? '')
      for (const [id, row] of stores) yield organizationRecord(tables, id, row, members.get(id) ?? [])

      for (const [id, row] of customers) {
        const { person, store } = identityOf(tables, row)
        const kinds = [person ? 'a person' : '', store ? 'a store' : ''].filter(Boolean).join(' and ')
        ledger.find(`customers that are ${kinds || 'neither a person nor a store here'}`)
        yield customerRecord(tables, id, row)
      }

      const addresses = new Set<string>()
      for (const id of customers.keys()) yield* addressRecords(tables, id, addresses)
      for (const [id, row] of customers) {
        const storeId = cell(row, 'storeid')
        if (storeId && stores.has(storeId)) yield membershipRecord(id, storeId)
      }
      const cards = new Set<string>()
      for (const id of customers.keys()) yield* cardRecords(tables, id, cards)
      for (const [id, row] of headers) yield orderRecord(tables, id, row, ledger)
      settleLeftovers(tables, { addresses, cards }, ledger)
    },
  }
}
