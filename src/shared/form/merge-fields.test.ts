import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeFields } from '#/shared/form/merge-fields.ts'

const base = { name: 'Ada', phone: '1', fax: '' }

describe('merging fields', () => {
  it('takes what one side changed', () => {
    const merged = mergeFields(base, { ...base, name: 'Adele' }, { ...base, fax: '9' })
    expect(merged).toEqual({
      values: { name: 'Adele', phone: '1', fax: '9' },
      conflicts: {},
      mine: ['name'],
      theirs: ['fax'],
    })
  })

  it('has nothing to choose where both did the same', () => {
    const both = { ...base, phone: '2' }
    expect(mergeFields(base, both, both)).toEqual({ values: both, conflicts: {}, mine: [], theirs: [] })
  })

  it('leaves to choose what both changed differently', () => {
    const merged = mergeFields(base, { ...base, phone: '2' }, { ...base, phone: '3' })
    expect(merged.conflicts).toEqual({ phone: { base: '1', mine: '2', theirs: '3' } })
  })

  it('leaves to choose whether a cleared field stays cleared', () => {
    const merged = mergeFields(base, { ...base, name: '' }, { ...base, name: 'Adele' })
    expect(merged.conflicts).toEqual({ name: { base: 'Ada', mine: '', theirs: 'Adele' } })
  })

  it('compares what was typed by its meaning', () => {
    const isSame = (stored: string, typed: string) => typed.trim() === stored
    const merged = mergeFields(base, { ...base, name: ' Ada ' }, { ...base, name: 'Bo' }, { isSame })
    expect(merged).toMatchObject({ values: { name: 'Bo' }, conflicts: {}, theirs: ['name'] })
  })

  const value = fc.constantFrom('', 'a', 'b', 'c')
  const record = fc.record({ name: value, phone: value, fax: value })

  it('never loses a change of either side without a choice', () => {
    fc.assert(
      fc.property(record, record, record, (old, mine, theirs) => {
        const { values, conflicts } = mergeFields(old, mine, theirs)
        const fields = ['name', 'phone', 'fax'] as const
        const lostOfMine = fields.filter((field) => mine[field] !== old[field] && values[field] !== mine[field])
        const lostOfTheirs = fields.filter(
          (field) => theirs[field] !== old[field] && values[field] !== theirs[field] && !conflicts[field],
        )
        const wronglyAsked = fields.filter(
          (field) => conflicts[field] && new Set([old[field], mine[field], theirs[field]]).size < 3,
        )
        expect([lostOfMine, lostOfTheirs, wronglyAsked]).toEqual([[], [], []])
      }),
    )
  })

  it('names every change of one side, and only those', () => {
    fc.assert(
      fc.property(record, record, record, (old, mine, theirs) => {
        const merged = mergeFields(old, mine, theirs)
        expect(mergeFields(old, theirs, mine)).toMatchObject({ mine: merged.theirs, theirs: merged.mine })
        expect(mergeFields(old, old, theirs).values).toEqual(theirs)
        expect(mergeFields(old, mine, old).values).toEqual(mine)
      }),
    )
  })
})
