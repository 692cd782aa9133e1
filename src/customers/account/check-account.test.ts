import { describe, expect, it } from 'vitest'
import type { Customer } from '#/contract/customers.ts'
import { accountValues, textFields, type AccountValues } from '#/customers/account/account-values.ts'
import { checkAccount } from '#/customers/account/check-account.ts'

const empty = {
  ...Object.fromEntries(textFields.map((field) => [field, null])),
  marketingConsents: [],
  processingBlocked: false,
}
const ada = {
  ...empty,
  accountType: 'registered',
  tier: 'standard',
  firstName: 'Ada',
  lastName: 'Park',
  email: 'ada@mail.example',
  phone: '020 7946 0999 (after six)',
} as unknown as Customer

const check = async (over: Partial<AccountValues>, customer: Customer = ada) =>
  checkAccount(customer, { ...accountValues(customer), ...over })

describe('checking an account', () => {
  it('sends the changed fields only, trimmed, and null for those that were cleared', async () => {
    const { patch, errors } = await check({ firstName: ' Adele ', title: '  ', phone: '' })
    expect(patch).toEqual({ firstName: 'Adele', phone: null })
    expect(errors).toEqual({})
  })

  it('may take blanks away that are stored', async () => {
    const spaced = { ...ada, lastName: ' Park ' }
    expect((await check({}, spaced)).patch).toBeUndefined()
    expect((await check({ lastName: 'Park' }, spaced)).patch).toEqual({ lastName: 'Park' })
  })

  it.each([
    ['email', 'ada@', 'email'],
    ['phoneExt', '12a', 'extension'],
    ['firstName', 'x'.repeat(101), expect.stringContaining('100')],
    ['mobile', '12', expect.stringContaining('+1')],
  ] as const)('refuses %s %s', async (field, value, message) => {
    expect((await check({ [field]: value, phone: '' })).errors[field]).toEqual(message)
  })

  it('refuses a number that cannot be one, with an example of the country', async () => {
    const { errors } = await check({ preferredLanguage: 'fr-FR', workPhone: '01 23' })
    expect(errors.workPhone).toMatch(/\+33 /)
  })

  it('reads a number without country code as one of the country of the language', async () => {
    expect((await check({ preferredLanguage: 'fr-FR', workPhone: '01 42 68 53 00' })).errors).toEqual({})
  })

  it('leaves odd numbers alone that nobody touched', async () => {
    expect((await check({ firstName: 'Adele' })).errors).toEqual({})
    expect((await check({ phone: '020 7946 0999 (after seven)' })).errors).toHaveProperty('phone')
  })

  it('wants a number for an extension', async () => {
    expect((await check({ faxExt: '12' })).errors).toEqual({ faxExt: 'needs-number' })
  })

  it('wants names and email of a registered customer once one of them is touched', async () => {
    const gap = { ...ada, lastName: null }
    expect((await check({ title: 'Dr.' }, gap)).errors).toEqual({})
    expect((await check({ email: 'new@mail.example' }, gap)).errors).toEqual({ lastName: 'required' })
    expect((await check({ email: '', accountType: 'unregistered' }, gap)).errors).toEqual({})
  })
})
