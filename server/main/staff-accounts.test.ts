import { describe, expect, it } from 'vitest'
import { verifyPassword } from '#server/main/passwords.ts'
import {
  addStaff,
  aStaffRow,
  disableStaff,
  listStaff,
  roleNamed,
  usernamePattern,
} from '#server/main/staff-accounts.ts'
import { createMemoryStore } from '#mocks/memory-store.ts'

const ada = aStaffRow('Ada', 'salesAgent', 'hash', 0, 'ada')

describe('staff accounts', () => {
  it('get a password that only the one who adds them sees', async () => {
    const store = createMemoryStore()
    const password = await addStaff(store, 'Bo', 'finance', 0)
    const [staff] = await listStaff(store)
    expect(staff).toMatchObject({ username: 'Bo', usernameFolded: 'bo', roles: ['finance'], scopeIds: ['*'] })
    expect(await verifyPassword(password, staff?.passwordHash ?? null)).toBe(true)
  })

  it('have names that differ by more than case', async () => {
    const store = createMemoryStore({ rows: { staff: [ada] } })
    await expect(addStaff(store, 'ADA', 'finance', 0)).rejects.toThrow('The name ADA is taken')
  })

  it('are disabled by name, once', async () => {
    const store = createMemoryStore({ rows: { staff: [ada] } })
    await disableStaff(store, 'ada', 1000)
    await disableStaff(store, 'ada', 2000)
    expect(await store.get('staff', 'ada')).toMatchObject({ disabledAt: '1970-01-01T00:00:01.000Z' })
    await expect(disableStaff(store, 'bo', 0)).rejects.toThrow('There is no account bo')
  })

  it.each([
    ['administrator', 'systemAdministrator'],
    ['service', 'customerService'],
    ['salesAgent', 'salesAgent'],
    ['constructor', undefined],
  ])('know the role %s as %s', (name, role) => {
    expect(roleNamed(name)).toBe(role)
  })

  it.each([
    ['maría.lópez', true],
    ['a b', false],
    ['', false],
    ['-x', false],
  ])('may be called "%s": %s', (name, allowed) => {
    expect(usernamePattern.test(name)).toBe(allowed)
  })
})
