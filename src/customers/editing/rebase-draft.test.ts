import { describe, expect, it } from 'vitest'
import type { Customer } from '#/contract/customers.ts'
import { accountEditable } from '#/customers/account/account-editable.ts'
import { accountValues, isSameAccountValue } from '#/customers/account/account-values.ts'
import { newCustomer } from '#/customers/create/create-editable.ts'
import { openConflicts } from '#/customers/editing/merge-edit.ts'
import { rebaseDraft, remainsOf } from '#/customers/editing/rebase-draft.ts'
import type { DraftContent } from '#/workspace/drafts/draft-slot.ts'

const old: Customer = { ...newCustomer, etag: '"1"', firstName: 'Ada', phone: '+12125550110' }
const lee = { type: 'staff', id: 's-lee', displayName: 'Lee Wong' } as const
const now = (over: Partial<Customer>): Customer => ({
  ...old,
  etag: '"2"',
  updatedBy: lee,
  updatedAt: '2026-11-22T10:33:00.000Z',
  ...over,
})
const draft = (over: Partial<DraftContent> = {}): DraftContent => ({
  baseEtag: '"1"',
  values: { firstName: 'Adele' },
  baseValues: { firstName: 'Ada' },
  ...over,
})

describe('a draft that is brought back', () => {
  it('is as it was left while its record did not move', () => {
    const rebased = rebaseDraft(accountEditable, draft(), old)
    expect(rebased).toMatchObject({ theirs: [], conflicts: [], moved: {}, version: old })
    expect(rebased.values).toEqual({ ...accountValues(old), firstName: 'Adele' })
  })

  it('takes over what else was changed, and lists it when it knows what was there', () => {
    const all = { ...accountValues(old) }
    const rebased = rebaseDraft(accountEditable, draft({ baseValues: all }), now({ fax: '+12125550199' }))
    expect(rebased.values).toMatchObject({ firstName: 'Adele', fax: '+12125550199' })
    expect(rebased.theirs).toMatchObject([{ field: 'fax', from: '', to: '+12125550199' }])
    expect(rebaseDraft(accountEditable, draft(), now({ fax: '+12125550199' }))).toMatchObject({
      values: { firstName: 'Adele', fax: '+12125550199' },
      theirs: [],
    })
  })

  it('leaves to choose what was changed in both', () => {
    const rebased = rebaseDraft(accountEditable, draft(), now({ firstName: 'Adela' }))
    expect(rebased.values.firstName).toBe('Adele')
    expect(openConflicts(accountEditable, rebased, rebased.values)).toMatchObject([
      { field: 'firstName', before: 'Ada', mine: 'Adele', theirs: 'Adela', by: lee, at: '2026-11-22T10:33:00.000Z' },
    ])
  })

  it('is nothing any more when the record came to mean the same', () => {
    const { values } = rebaseDraft(
      accountEditable,
      draft({ values: { firstName: ' Adele' } }),
      now({ firstName: 'Adele' }),
    )
    expect(isSameAccountValue('Adele', values.firstName)).toBe(true)
  })

  it('gives back what has no field any more, or another kind of one', () => {
    const values = { firstName: ['Adele'], nickname: 'Addie', lastName: 'Park' }
    const stored = draft({ values, baseValues: {} })
    expect(remainsOf(accountEditable, stored, now({}))?.values).toEqual({ firstName: ['Adele'], nickname: 'Addie' })
    expect(rebaseDraft(accountEditable, stored, now({})).values).toMatchObject({ firstName: 'Ada', lastName: 'Park' })
  })
})
