import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeList } from '#/shared/form/merge-list.ts'

const lines = (base: string[], mine: string[], theirs: string[]) =>
  mergeList(base, mine, theirs, { keyOf: (text) => text.trim(), isLines: true })
const set = (base: string[], mine: string[], theirs: string[]) =>
  mergeList(base, mine, theirs, { keyOf: (text) => text })

describe('merging lists', () => {
  it('keeps what both added and leaves out what either took away', () => {
    expect(lines(['a', 'b', 'c'], ['a', 'c', 'mine'], ['b', 'c', 'theirs'])).toEqual(['c', 'mine', 'theirs'])
    expect(set(['a', 'b'], ['b', 'same'], ['a', 'b', 'same'])).toEqual(['b', 'same'])
  })

  it('keeps a line that was rewritten beside one that was added', () => {
    expect(lines(['a'], ['A', ''], ['a', 'b'])).toEqual(['A', '', 'b'])
  })

  it('leaves to choose when both rewrote one line, or one rewrote what the other took away', () => {
    expect(lines(['a', 'b'], ['a1', 'b'], ['a2', 'b'])).toBeUndefined()
    expect(lines(['a', 'b'], ['a1', 'b'], ['b'])).toBeUndefined()
    expect(lines(['a', 'b'], ['b'], ['a2', 'b'])).toBeUndefined()
  })

  it('leaves to choose when they put the lines into another order', () => {
    expect(lines(['a', 'b'], ['a', 'b', 'c'], ['b', 'a'])).toBeUndefined()
  })

  it('loses no item that either side added', () => {
    const list = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))
    fc.assert(
      fc.property(list, list, list, (base, mine, theirs) => {
        const merged = set(base, mine, theirs) ?? []
        const added = [...mine, ...theirs].filter((item) => !base.includes(item))
        const kept = base.filter((item) => mine.includes(item) && theirs.includes(item))
        expect(new Set(merged)).toEqual(new Set([...added, ...kept]))
        expect(new Set(merged).size).toBe(merged.length)
      }),
    )
  })
})
