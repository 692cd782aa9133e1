import type { PinVault } from '#server/api/pin-vault.ts'
import { createAdventureWorksSource } from '#server/import/adventureworks/adventureworks-source.ts'
import { Ledger } from '#server/import/ledger.ts'
import { createNdjsonSource } from '#server/import/ndjson/ndjson-source.ts'
import { reportOf } from '#server/import/report.ts'
import { runImport, type ImportOptions, type RejectedLine } from '#server/import/run-import.ts'
import type { ImportSource, ResourceName, SourceRecord } from '#server/import/source-record.ts'
import type { CollectionName } from '#server/store/rows.ts'
import type { Store } from '#server/store/store.ts'

/** The moment of an import in tests, unless they choose another. */
const importedAt = Date.parse('2026-11-16T09:00:00.000Z')

/** Unreadable at a glance, and the same in each run. */
const testVault: PinVault = {
  seal: async (pin) => `sealed ${pin.length}`,
  open: async (sealed) => sealed,
  fingerprint: async (pin) => `fingerprint of ${pin}`,
}

type Options = Partial<Omit<ImportOptions, 'store' | 'source' | 'ledger'>>

async function importAll(
  store: Store,
  open: (ledger: Ledger, onRejected: (line: RejectedLine) => void) => ImportSource,
  options: Options,
) {
  const ledger = new Ledger()
  const rejected: RejectedLine[] = []
  const add = (line: RejectedLine) => void rejected.push(line)
  const source = open(ledger, add)
  const results = await runImport({
    now: () => importedAt,
    findPinVault: async () => testVault,
    ...options,
    store,
    source,
    ledger,
    onRejected: add,
  })
  return { ...reportOf({ source: source.name, dryRun: false, seconds: 0, results, ledger }), rejected, results }
}

export const importAdventureWorks = async (store: Store, folder: string, options: Options = {}) =>
  importAll(store, (ledger, onRejected) => createAdventureWorksSource({ folder, ledger, onRejected }), options)

export const importNdjson = async (store: Store, folder: string, options: Options = {}) =>
  importAll(store, (ledger, onRejected) => createNdjsonSource({ folder, ledger, onRejected }), options)

/** Records straight from a test, each on a line of its own. */
export async function importRecords(
  store: Store,
  records: readonly (readonly [ResourceName, unknown])[],
  options: Options = {},
) {
  const open = (ledger: Ledger): ImportSource => ({
    name: 'test',
    async *records(): AsyncIterable<SourceRecord> {
      for (const [index, [resource, value]] of records.entries()) {
        ledger.count(`${resource}.ndjson`)
        yield { resource, value, origin: { file: `${resource}.ndjson`, line: index + 1 } }
      }
    },
  })
  return importAll(store, open, options)
}

const collections = [
  'scopes',
  'attributeGroups',
  'lookups',
  'attributeDefinitions',
  'organizations',
  'storeLocations',
  'customers',
  'customerAttributes',
  'addresses',
  'memberships',
  'customerStores',
  'savedPayments',
  'orders',
  'orderDetails',
  'carts',
] as const satisfies readonly CollectionName[]

/** Everything that imports write but activities, in an order of its own and without the times of writing. */
export async function contentOf(store: Store): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {}
  for (const collection of collections) {
    const { rows } = await store.find(collection, {})
    const times = { updatedAt: '', ...(collection === 'orders' ? {} : { createdAt: '' }) }
    content[collection] = rows.map((row) => Object.assign(row, times)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  }
  return content
}
