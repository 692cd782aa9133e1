import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Customer } from '#/contract/customers.ts'
import {
  accountValues,
  isSameAccountValue,
  textFields,
  type AccountValues,
} from '#/customers/account/account-values.ts'
import { accountEditable } from '#/customers/account/account-editable.ts'
import { chosenValues, mergeEdit, type Choice, type Choices } from '#/customers/editing/merge-edit.ts'

const empty = {
  ...Object.fromEntries(textFields.map((field) => [field, null])),
  marketingConsents: [],
  processingBlocked: false,
}
const aCustomer = (over: Partial<Customer> = {}) =>
  ({ ...empty, accountType: 'registered', tier: 'standard', displayName: null, ...over }) as Customer

const base = aCustomer({ firstName: 'Ada', lastName: 'Park', phone: '+12125550110' })

const mergeAccount = (before: Customer, mine: AccountValues, theirs: Customer) =>
  mergeEdit(accountEditable, before, mine, theirs)

describe('merging an account', () => {
  it('lists who changed what alone, in the order of the form', () => {
    const mine = { ...accountValues(base), firstName: 'Adele' }
    const merged = mergeAccount(base, mine, { ...base, fax: '+12125550199', displayName: 'ada' })
    expect(merged.mine).toEqual([{ field: 'firstName', from: 'Ada', to: 'Adele' }])
    expect(merged.theirs).toEqual([
      { field: 'displayName', from: '', to: 'ada' },
      { field: 'fax', from: '', to: '+12125550199' },
    ])
    expect(merged.conflicts).toEqual([])
    expect(merged.values).toMatchObject({ firstName: 'Adele', fax: '+12125550199' })
  })

  it('takes what was chosen where both changed a field, mine unless theirs was chosen', () => {
    const mine = { ...accountValues(base), phone: '+12125550111', lastName: 'Parker' }
    const merged = mergeAccount(base, mine, { ...base, phone: '+12125550122', lastName: 'Parks' })
    expect(merged.conflicts.map(({ field }) => field)).toEqual(['lastName', 'phone'])
    expect(chosenValues(merged, { phone: 'theirs' })).toMatchObject({ phone: '+12125550122', lastName: 'Parker' })
  })

  const text = fc.constantFrom('', 'a', 'b', 'c ')
  const consent = fc.record({ channel: fc.constant('email'), state: fc.constantFrom('granted', 'refused', '') })
  const values = fc.record({
    ...Object.fromEntries(textFields.map((field) => [field, text])),
    marketingConsents: fc.tuple(consent),
    processingBlocked: fc.boolean(),
  }) as unknown as fc.Arbitrary<AccountValues>
  const customerOf = (all: AccountValues) =>
    aCustomer({
      ...Object.fromEntries(textFields.map((field) => [field, all[field].trim() || null])),
      processingBlocked: all.processingBlocked,
      marketingConsents: all.marketingConsents.flatMap(({ channel, state }) =>
        state === '' ? [] : [{ channel, granted: state === 'granted', at: null }],
      ),
    })
  const choices: fc.Arbitrary<Choices> = fc.dictionary(
    fc.constantFrom(...accountEditable.fields),
    fc.constantFrom<Choice>('mine', 'theirs'),
  )

  it('drops nothing that was typed unless theirs was chosen for that very field', () => {
    fc.assert(
      fc.property(values, values, values, choices, (old, mine, theirs, chosen) => {
        const before = customerOf(old)
        const merged = mergeAccount(before, mine, customerOf(theirs))
        const outcome = chosenValues(merged, chosen)
        const asked = new Set(merged.conflicts.map(({ field }) => field))
        const lost = accountEditable.fields.filter((field) => {
          const isTyped = !isSameAccountValue(accountValues(before)[field], mine[field])
          const isGivenUp = asked.has(field) && chosen[field] === 'theirs'
          return isTyped && !isGivenUp && outcome[field] !== mine[field]
        })
        expect(lost).toEqual([])
      }),
    )
  })
})
