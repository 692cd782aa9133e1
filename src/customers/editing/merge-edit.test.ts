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
import { newCustomer } from '#/customers/create/create-editable.ts'
import {
  chosenValues,
  followEdit,
  openConflicts,
  settled,
  type Choice,
  type EditBase,
} from '#/customers/editing/merge-edit.ts'

const lee = { type: 'staff', id: 's-lee', displayName: 'Lee Wong' } as const
const max = { type: 'staff', id: 's-max', displayName: 'Max Roy' } as const
const aCustomer = (over: Partial<Customer> = {}) => ({ ...newCustomer, ...over })

const base = aCustomer({ firstName: 'Ada', lastName: 'Park', phone: '+12125550110' })
const saved = (by: typeof lee | typeof max, at: string, over: Partial<Customer>) =>
  aCustomer({ ...base, ...over, updatedBy: by, updatedAt: at, etag: `"${at}"` })
const typed = (over: Partial<AccountValues>) => ({ ...accountValues(base), ...over })
const start = { version: base, moved: {} }
const follow = (mine: AccountValues, theirs: Customer, edit: EditBase<Customer> = start) =>
  followEdit(accountEditable, edit, mine, theirs)

describe('an account that somebody else saved', () => {
  it('lists who changed what alone, in the order of the form', () => {
    const merged = follow(typed({ firstName: 'Adele' }), saved(lee, '1', { fax: '+12125550199', displayName: 'ada' }))
    expect(merged.mine).toMatchObject([{ field: 'firstName', from: 'Ada', to: 'Adele' }])
    expect(merged.theirs).toMatchObject([
      { field: 'displayName', from: '', to: 'ada' },
      { field: 'fax', from: '', to: '+12125550199' },
    ])
    expect(merged.conflicts).toEqual([])
    expect(merged.values).toMatchObject({ firstName: 'Adele', fax: '+12125550199' })
  })

  it('takes what was chosen where both changed a field, mine unless theirs was chosen', () => {
    const merged = follow(
      typed({ phone: '+12125550111', lastName: 'Parker' }),
      saved(lee, '1', { phone: '+12125550122', lastName: 'Parks' }),
    )
    expect(merged.conflicts.map(({ field }) => field)).toEqual(['lastName', 'phone'])
    const chosen = chosenValues(accountEditable, merged.values, merged.conflicts, { phone: 'theirs' })
    expect(chosen).toMatchObject({ phone: '+12125550122', lastName: 'Parker' })
  })

  it('leaves what is being typed as it is where it means the same', () => {
    expect(follow(typed({ firstName: 'Ada ' }), saved(lee, '1', { fax: '1' })).values.firstName).toBe('Ada ')
    expect(follow(typed({ firstName: 'Adele ' }), saved(lee, '1', { firstName: 'Adele' }))).toMatchObject({
      values: { firstName: 'Adele ' },
      conflicts: [],
    })
  })

  it('remembers the original and who moved it over several versions', () => {
    const mine = typed({ lastName: 'Parker' })
    const first = follow(mine, saved(lee, '2026-01-01', { lastName: 'Parks' }))
    const second = follow(first.values, saved(max, '2026-01-02', { lastName: 'Parks', fax: '1' }), first)
    expect(second.conflicts).toMatchObject([{ before: 'Park', mine: 'Parker', theirs: 'Parks', by: lee }])
    const third = follow(second.values, saved(max, '2026-01-03', { lastName: 'Parkinson' }), second)
    expect(third.conflicts).toMatchObject([{ before: 'Park', mine: 'Parker', theirs: 'Parkinson', by: max }])
  })

  it('still asks where what moved was typed back to what it was before', () => {
    const first = follow(typed({ lastName: 'Parker' }), saved(lee, '1', { lastName: 'Parks' }))
    const back = follow(typed({ lastName: 'Park' }), saved(lee, '1', { lastName: 'Parks' }), first)
    expect(back.values.lastName).toBe('Park')
    expect(back.conflicts).toMatchObject([{ mine: 'Park', theirs: 'Parks', by: lee }])
  })

  it('has nothing to choose any more when they come to mean what was typed, or take it back', () => {
    const mine = typed({ lastName: 'Parker' })
    const first = follow(mine, saved(lee, '1', { lastName: 'Parks' }))
    const agreed = follow(mine, saved(lee, '2', { lastName: 'Parker' }), first)
    expect(agreed.conflicts).toEqual([])
    expect(openConflicts(accountEditable, agreed, mine)).toEqual([])
    expect(follow(mine, saved(max, '3', { lastName: 'Parks' }), agreed).conflicts).toMatchObject([{ before: 'Park' }])
    expect(follow(mine, saved(lee, '2', { lastName: 'Park' }), first)).toMatchObject({ conflicts: [], moved: {} })
    expect(openConflicts(accountEditable, first, typed({ lastName: ' Parks ' }))).toEqual([])
  })

  it('does not ask again for what was decided, until it moves once more', () => {
    const first = follow(typed({ lastName: 'Parker' }), saved(lee, '1', { lastName: 'Parks' }))
    const [conflict] = first.conflicts
    const kept = settled(accountEditable, first, first.conflicts, conflict ?? { key: '', field: 'lastName' })
    expect(openConflicts(accountEditable, kept, first.values)).toEqual([])
    expect(follow(first.values, saved(max, '2', { lastName: 'Parks', fax: '1' }), kept).conflicts).toEqual([])
    expect(follow(first.values, saved(max, '3', { lastName: 'Parkinson' }), kept).conflicts).toMatchObject([
      { before: 'Parks', theirs: 'Parkinson' },
    ])
  })

  it('asks for a number and its extension together', () => {
    const first = follow(typed({ phoneExt: '22' }), saved(lee, '1', { phone: '+12125550199' }))
    expect(first.conflicts).toMatchObject([
      { field: 'phone', mine: '+12125550110', theirs: '+12125550199', hasMoved: true },
      { field: 'phoneExt', mine: '22', theirs: '', hasMoved: false },
    ])
    const [phone] = first.conflicts
    expect(settled(accountEditable, first, first.conflicts, phone ?? { key: '', field: 'phone' }).moved).toEqual({})
  })

  it('merges consents channel by channel', () => {
    const agreed = { channel: 'email', granted: true, at: null }
    const states = (over: Record<string, 'granted' | 'refused'>) =>
      accountValues(base).marketingConsents.map(({ channel, state }) => ({ channel, state: over[channel] ?? state }))
    const merged = follow(
      typed({ marketingConsents: states({ sms: 'granted', post: 'granted' }) }),
      saved(lee, '1', { marketingConsents: [agreed, { ...agreed, channel: 'post', granted: false }] }),
    )
    expect(merged.theirs).toMatchObject([{ part: 'email', from: '', to: 'granted' }])
    expect(merged.conflicts).toMatchObject([{ part: 'post', mine: 'granted', theirs: 'refused', before: '' }])
    expect(merged.values.marketingConsents).toEqual(states({ email: 'granted', sms: 'granted', post: 'granted' }))
  })

  const text = fc.constantFrom('', 'a', 'b', 'c ')
  const state = fc.constantFrom('granted', 'refused', '')
  const values = fc.record({
    ...Object.fromEntries(textFields.map((field) => [field, text])),
    marketingConsents: fc.tuple(
      ...['email', 'sms', 'phone', 'post'].map((channel) => fc.record({ channel: fc.constant(channel), state })),
    ),
    processingBlocked: fc.boolean(),
  }) as unknown as fc.Arbitrary<AccountValues>
  const customerOf = (all: AccountValues, at: number) =>
    aCustomer({
      ...Object.fromEntries(textFields.map((field) => [field, all[field].trim() || null])),
      processingBlocked: all.processingBlocked,
      marketingConsents: all.marketingConsents.flatMap(({ channel, state: now }) =>
        now === '' ? [] : [{ channel, granted: now === 'granted', at: null }],
      ),
      etag: String(at),
      updatedAt: new Date(at).toISOString(),
    })
  const choice = fc.constantFrom<Choice>('mine', 'theirs')

  it('drops nothing that was typed unless theirs was chosen for that very place', () => {
    fc.assert(
      fc.property(
        values,
        values,
        fc.array(values, { minLength: 1, maxLength: 4 }),
        fc.array(choice),
        (old, mine, later, chosen) => {
          let edit: EditBase<Customer> = { version: customerOf(old, 0), moved: {} }
          let form = mine
          for (const [index, theirs] of later.entries()) {
            const merged = followEdit(accountEditable, edit, form, customerOf(theirs, index + 1))
            edit = merged
            form = merged.values
          }
          const conflicts = openConflicts(accountEditable, edit, form)
          const choices = Object.fromEntries(conflicts.map(({ key }, index) => [key, chosen[index] ?? 'mine']))
          const outcome = chosenValues(accountEditable, form, conflicts, choices)
          const stored = accountValues(edit.version)
          const lost = accountEditable.fields.filter((field) => {
            const isTyped = !isSameAccountValue(accountValues(customerOf(old, 0))[field], mine[field])
            const isAsked = conflicts.some((each) => each.field === field)
            return (
              isTyped &&
              !isAsked &&
              !isSameAccountValue(outcome[field], mine[field]) &&
              !isSameAccountValue(stored[field], mine[field])
            )
          })
          const overwritten = accountEditable.fields.filter(
            (field) =>
              field !== 'marketingConsents' &&
              choices[field] === 'theirs' &&
              !isSameAccountValue(stored[field], outcome[field]),
          )
          expect([lost.filter((field) => field !== 'marketingConsents'), overwritten]).toEqual([[], []])
        },
      ),
    )
  })
})
