import { Client } from 'pg'
import { demoRows } from '#mocks/seed/demo-seed.ts'
import { batchesOf, merged, type SeedBatch } from '#mocks/seed/seed-rows.ts'
import { openDatabase } from '#server/store/sql/open-database.ts'
import type { CollectionName, Rows } from '#server/store/rows.ts'
import type { Store } from '#server/store/store.ts'
import { firstIndex, millionCustomer } from '#tests/bench/million/customers.ts'
import { organizations, storeLocations } from '#tests/bench/million/pools.ts'

const atOnce = 2000
/** Names what the database holds; another text fills it anew. */
const mark = { id: 'bench.million' }

function* allRows(customers: number): Generator<SeedBatch, void> {
  // Among them customers with 10,000 orders and with 1,000 addresses.
  yield* demoRows()
  yield { collection: 'organizations', rows: [...organizations] }
  yield { collection: 'storeLocations', rows: [...storeLocations] }
  for (let done = 0; done < customers; done += atOnce) {
    const count = Math.min(atOnce, customers - done)
    yield* batchesOf(merged(Array.from({ length: count }, (_, offset) => millionCustomer(firstIndex + done + offset))))
  }
}

interface Index {
  name: string
  definition: string
}

/** Takes off what every inserted row would have to be entered in, and answers it. Primary keys stay. */
async function dropIndexes(client: Client): Promise<Index[]> {
  const { rows } = await client.query<Index>(
    `select indexname as name, indexdef as definition from pg_indexes
     where schemaname = 'public' and indexname not like '%_pkey'`,
  )
  for (const { name } of rows) await client.query(`drop index "${name}"`)
  return rows
}

async function restoreIndexes(client: Client, indexes: readonly Index[]): Promise<void> {
  await client.query(`set maintenance_work_mem = '1GB'`)
  for (const { definition } of indexes) await client.query(definition)
}

async function insertAll(store: Store, customers: number, say: (text: string) => void): Promise<void> {
  let done = 0
  let earlier: Promise<void> = Promise.resolve()
  for (const batch of allRows(customers)) {
    // The server stores one batch while the next is made.
    await earlier
    earlier = insertBatch(store, batch)
    if (batch.collection !== 'customers') continue
    const before = done
    done += batch.rows.length
    if (Math.floor(done / 100_000) > Math.floor(before / 100_000)) say(`${done} customers`)
  }
  await earlier
}

function insertBatch<C extends CollectionName>(store: Store, batch: { collection: C; rows: Rows[C][] }): Promise<void> {
  return store.transaction((transaction) => transaction.insert(batch.collection, batch.rows))
}

/** Sees to it that the database holds that many generated customers, with everything around them. */
export async function fillDatabase(databaseUrl: string, customers: number, say: (text: string) => void): Promise<void> {
  const { store, close } = await openDatabase({ databaseUrl })
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const kept = await store.get('settings', mark.id)
    if (kept?.value === customers) return
    if (kept || (await store.count('customers', undefined, 0)) > 0) {
      throw new Error('the folder holds other customers, or was filled half: delete it')
    }
    const indexes = await dropIndexes(client)
    await insertAll(store, customers, say)
    say('indexes')
    await restoreIndexes(client, indexes)
    await client.query('vacuum (analyze)')
    await store.transaction((transaction) => transaction.insert('settings', [{ ...mark, value: customers }]))
  } finally {
    await client.end()
    await close()
  }
}
