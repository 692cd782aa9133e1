import { describe, expect, it } from 'vitest'
import { type SeedRows, writeFirstData } from '#server/main/first-data.ts'
import { aStaffRow } from '#server/main/staff-accounts.ts'
import { createMemoryStore, type InitialRows } from '#mocks/memory-store.ts'
import { demoStaff } from '#mocks/seed/demo-staff.ts'
import { smallRows } from '#mocks/seed/small-seed.ts'

const customers = smallRows().customers?.slice(0, 3) ?? []
const seed: SeedRows = { collection: 'customers', rows: customers }

function aDatabase(rows: InitialRows = {}) {
  const store = createMemoryStore({ rows })
  const lines: string[] = []
  const start = (over: Partial<Parameters<typeof writeFirstData>[0]> = {}) =>
    writeFirstData({
      store,
      seed: undefined,
      isEmbedded: true,
      adminPassword: 'secret',
      now: () => 0,
      hashPassword: async (password) => `hash of ${password}`,
      loadDemoSeed: async () => ({ staff: Object.values(demoStaff), rows: () => [seed] }),
      say: (line) => lines.push(line),
      ...over,
    })
  const names = async () => (await store.find('staff', {})).rows.map((staff) => staff.username).toSorted()
  const countCustomers = () => store.count('customers', undefined, 100)
  return { store, lines, start, names, countCustomers }
}

const everybody = ['admin', 'finance', 'sales', 'service']

describe('writeFirstData', () => {
  it('fills a new embedded database with the demo and one account for each role', async () => {
    const { start, names, countCustomers, lines } = aDatabase()
    await start()
    expect([await countCustomers(), await names()]).toEqual([3, everybody])
    expect(lines.at(-1)).toContain('as in ADMIN_PASSWORD')
    expect(lines.join()).not.toContain('secret')
  })

  it('gives all of them the password of the administrator', async () => {
    const { start, store } = aDatabase()
    await start()
    const [staff] = (await store.find('staff', {})).rows
    expect(staff?.passwordHash).toBe('hash of secret')
  })

  it('makes up a password and shows it once', async () => {
    const { start, store, lines } = aDatabase()
    await start({ adminPassword: undefined, seed: 'none' })
    const password = /password: (\S+) \(shown only now\)/.exec(lines.at(-1) ?? '')?.[1] ?? ''
    const admin = await store.get('staff', 'staff-admin')
    expect(admin?.passwordHash).toBe(`hash of ${password}`)
  })

  it.each([
    ['SEED=none', { seed: 'none' as const }],
    ['a database server', { isEmbedded: false }],
  ])('writes only the administrator with %s', async (_case, over) => {
    const { start, names, countCustomers } = aDatabase()
    await start(over)
    expect([await countCustomers(), await names()]).toEqual([0, ['admin']])
  })

  it('fills a database server when asked', async () => {
    const { start, countCustomers } = aDatabase()
    await start({ isEmbedded: false, seed: 'demo' })
    expect(await countCustomers()).toBe(3)
  })

  it('does not fill a database later that was wanted empty, unless asked', async () => {
    const { start, countCustomers } = aDatabase()
    await start({ seed: 'none' })
    await start()
    expect(await countCustomers()).toBe(0)
    await start({ seed: 'demo' })
    expect(await countCustomers()).toBe(3)
  })

  it('never touches a database that has customers', async () => {
    const { start, names, countCustomers } = aDatabase({ customers: customers.slice(0, 1) })
    await start({ seed: 'demo' })
    expect([await countCustomers(), await names()]).toEqual([1, ['admin']])
  })

  it('changes nothing at the second start', async () => {
    const { start, store, lines } = aDatabase()
    await start()
    const before = await store.find('staff', {})
    const said = lines.length
    await start({ adminPassword: 'another' })
    expect(await store.find('staff', {})).toEqual(before)
    expect(lines).toHaveLength(said)
  })

  it('keeps an account that was added before', async () => {
    const mine = aStaffRow('Sales', 'finance', 'mine', 0, 'mine')
    const { start, store, names } = aDatabase({ staff: [mine] })
    await start()
    expect(await names()).toEqual(['Sales', 'admin', 'finance', 'service'])
    expect(await store.get('staff', 'mine')).toEqual(mine)
  })

  it('starts over after an interruption', async () => {
    const { start, names, countCustomers } = aDatabase()
    const interrupted = start({
      loadDemoSeed: async () => ({
        staff: Object.values(demoStaff),
        rows: function* () {
          yield seed
          throw new Error('interrupted')
        },
      }),
    })
    await expect(interrupted).rejects.toThrow('interrupted')
    expect([await countCustomers(), await names()]).toEqual([0, []])
    await start()
    expect([await countCustomers(), await names()]).toEqual([3, everybody])
  })

  it('is written once when two processes start together', async () => {
    const { start, names, countCustomers } = aDatabase()
    await Promise.all([start(), start()])
    expect([await countCustomers(), await names()]).toEqual([3, everybody])
  })
})
