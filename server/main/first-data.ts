import { randomPassword } from '#server/main/passwords.ts'
import { aStaffRow } from '#server/main/staff-accounts.ts'
import type { CollectionName, Rows } from '#server/store/rows.ts'
import { DuplicateError, type Store, type Transaction } from '#server/store/store.ts'

/** Rows of one collection. */
export type SeedRows = { [C in CollectionName]: { collection: C; rows: readonly Rows[C][] } }[CollectionName]

/** The demo data, loaded only where it is wanted. */
export interface DemoSeed {
  /** Accounts, which get their password here. */
  staff: readonly Omit<Rows['staff'], 'passwordHash'>[]
  rows: () => AsyncIterable<SeedRows> | Iterable<SeedRows>
}

interface Options {
  store: Store
  /** `undefined` leaves the choice to us. */
  seed: 'demo' | 'none' | undefined
  isEmbedded: boolean
  adminPassword: string | undefined
  now: () => number
  hashPassword: (password: string) => Promise<string>
  loadDemoSeed: () => Promise<DemoSeed>
  say: (line: string) => void
}

/** Id of the setting that tells how the database was filled. */
const mark = 'seed'

async function isSeedWanted({ store, seed, isEmbedded }: Options): Promise<boolean> {
  if (seed === 'none' || (seed === undefined && !isEmbedded)) return false
  const [marked, customers] = await Promise.all([store.get('settings', mark), store.count('customers', undefined, 1)])
  const decidedBefore = marked !== undefined && (seed === undefined || marked.value !== 'none')
  return customers === 0 && !decidedBefore
}

/** A line of progress after so many rows. */
const rowsPerLine = 10_000

async function insertDemoRows(transaction: Transaction, demo: DemoSeed, say: Options['say']): Promise<void> {
  const counts = new Map<string, number>()
  let written = 0
  for await (const { collection, rows } of demo.rows()) {
    await transaction.insert(collection, rows)
    counts.set(collection, (counts.get(collection) ?? 0) + rows.length)
    const lines = Math.floor(written / rowsPerLine)
    written += rows.length
    if (Math.floor(written / rowsPerLine) > lines) say(`  ${written} rows …`)
  }
  say(`Demo data is in: ${counts.get('customers') ?? 0} customers, ${counts.get('orders') ?? 0} orders.`)
}

/** Replaces the mark; the first of several processes wins, the others see a duplicate. */
async function setMark(transaction: Transaction, value: 'demo' | 'none'): Promise<void> {
  if (await transaction.lock('settings', mark)) await transaction.update('settings', mark, { value })
  else await transaction.insert('settings', [{ id: mark, value }])
}

/** Everything in one transaction: an interrupted seed leaves an empty database, which is filled at the next start. */
async function writeDemo(options: Options, passwordHash: string): Promise<void> {
  const { store, say } = options
  const demo = await options.loadDemoSeed()
  say('Filling the new database with demo data …')
  await store.transaction(async (transaction) => {
    await setMark(transaction, 'demo')
    const { rows: known } = await transaction.find('staff', {})
    const names = new Set(known.map((staff) => staff.usernameFolded))
    const missing = demo.staff.filter((staff) => !names.has(staff.usernameFolded))
    const accounts = missing.map((staff) => Object.assign({ passwordHash }, staff))
    await transaction.insert('staff', accounts)
    await insertDemoRows(transaction, demo, say)
  })
}

async function writeFirstAccount({ store, now }: Options, passwordHash: string): Promise<void> {
  const admin = aStaffRow('admin', 'systemAdministrator', passwordHash, now(), 'staff-admin')
  await store.transaction((transaction) => transaction.insert('staff', [{ ...admin, displayName: 'Administrator' }]))
}

/** True when this process wrote it, false when another one was faster. */
async function wonRace(work: Promise<void>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if (error instanceof DuplicateError) return false
    throw error
  }
}

/** An embedded database that was wanted empty stays so at the next start. */
async function rememberNone({ store }: Options): Promise<void> {
  if (await store.get('settings', mark)) return
  await wonRace(store.transaction((transaction) => setMark(transaction, 'none')))
}

/** Sees to it that a new database has what it needs: an administrator, and demo data where wanted. */
export async function writeFirstData(options: Options): Promise<void> {
  const { store, seed, isEmbedded, adminPassword, say } = options
  if (seed === 'none' && isEmbedded) await rememberNone(options)
  const [seedWanted, staffCount] = await Promise.all([isSeedWanted(options), store.count('staff', undefined, 1)])
  if (staffCount > 0 && !seedWanted) return

  const password = adminPassword ?? randomPassword()
  const passwordHash = await options.hashPassword(password)
  const work = seedWanted ? writeDemo(options, passwordHash) : writeFirstAccount(options, passwordHash)
  if (!(await wonRace(work))) return
  const accounts = seedWanted ? 'Accounts: admin, service, sales, finance' : 'First account: admin'
  const shown =
    adminPassword === undefined ? `password: ${password} (shown only now)` : 'password: as in ADMIN_PASSWORD'
  say(`${accounts} – ${shown}`)
}
