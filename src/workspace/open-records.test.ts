import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  moveRecord,
  nextActive,
  openLimit,
  parseOpen,
  printOpen,
  sectionOf,
  sections,
  withoutRecords,
  withRecord,
  type OpenRecord,
} from '#/workspace/open-records.ts'

const open = (text: string) => parseOpen(text).records
const ids = (records: readonly OpenRecord[]) => records.map(({ id }) => id).join(' ')
const many = (count: number) => Array.from({ length: count }, (_, index) => `r${index}.account`).join('_')

const record = fc.record({
  id: fc.stringMatching(/^[0-9a-z-]{1,16}$/),
  section: fc.constantFrom(...sections),
})
const recordSet = fc.uniqueArray(record, { selector: ({ id }) => id, maxLength: openLimit })

describe('the open parameter', () => {
  it('names records in their order, each with the section it was left on', () => {
    expect(open('k7f2m9x1.orders_p3qa81zz.account')).toEqual([
      { id: 'k7f2m9x1', section: 'orders' },
      { id: 'p3qa81zz', section: 'account' },
    ])
  })

  it('reads back whatever was printed', () => {
    fc.assert(
      fc.property(recordSet, (records) => {
        expect(open(printOpen(records) ?? '')).toEqual(records)
      }),
    )
  })

  it('stands in an address without escapes', () => {
    fc.assert(
      fc.property(recordSet, (records) => {
        const text = printOpen(records) ?? ''
        expect(encodeURIComponent(text)).toBe(text)
      }),
    )
  })

  it('is left out when nothing is open', () => {
    expect(printOpen([])).toBeUndefined()
  })

  it('shows the account for a section that is unknown or missing', () => {
    expect(open('a.shoes_b')).toEqual([
      { id: 'a', section: 'account' },
      { id: 'b', section: 'account' },
    ])
    expect(sectionOf(undefined)).toBe('account')
  })

  it('leaves out junk and keeps the rest', () => {
    expect(ids(open('_a.account__B.account_c d.orders_../etc_01234567890123456_d'))).toBe('a d')
  })

  it('takes the first of a record that is named twice', () => {
    expect(open('a.orders_b.account_a.account')).toEqual([
      { id: 'a', section: 'orders' },
      { id: 'b', section: 'account' },
    ])
  })

  it('never fails and never repeats, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const { records } = parseOpen(text)
        expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
      }),
    )
  })

  it('opens a hundred and counts the rest', () => {
    const { records, dropped } = parseOpen(many(130))
    expect(records).toHaveLength(100)
    expect(records.at(-1)?.id).toBe('r99')
    expect(dropped).toBe(30)
  })

  it('never drops the record that is shown', () => {
    const { records, dropped } = parseOpen(many(130), 'r120')
    expect(records).toHaveLength(100)
    expect(records.at(-1)?.id).toBe('r120')
    expect(dropped).toBe(30)
  })
})

describe('the set', () => {
  const three = open('a.account_b.orders_c.account')

  it('gets a new record at its end', () => {
    expect(ids(withRecord(three, 'd', 'account'))).toBe('a b c d')
  })

  it('keeps a record in its place when its section changes', () => {
    expect(printOpen(withRecord(three, 'b', 'carts'))).toBe('a.account_b.carts_c.account')
  })

  it('stays the same object when nothing changes', () => {
    expect(withRecord(three, 'b', 'orders')).toBe(three)
    expect(moveRecord(three, 'b', 1)).toBe(three)
    expect(moveRecord(three, 'z', 1)).toBe(three)
  })

  it('loses the records that close', () => {
    expect(ids(withoutRecords(three, new Set(['a', 'c'])))).toBe('b')
  })

  it('moves a record to a place within its bounds', () => {
    expect(ids(moveRecord(three, 'a', 1))).toBe('b a c')
    expect(ids(moveRecord(three, 'c', 0))).toBe('c a b')
    expect(ids(moveRecord(three, 'a', 99))).toBe('b c a')
    expect(ids(moveRecord(three, 'c', -5))).toBe('c a b')
  })
})

describe('where to go when records close', () => {
  const records = open('a_b_c_d')
  const after = (active: string | null, ...closing: string[]) => {
    const next = nextActive(records, new Set(closing), active)
    return next === null || next === 'stay' ? next : next.id
  }

  it('stays when the active record stays', () => {
    expect(after('b', 'a', 'c')).toBe('stay')
    expect(after(null, 'a')).toBe('stay')
  })

  it('goes to the right neighbour', () => {
    expect(after('a', 'a')).toBe('b')
    expect(after('b', 'b')).toBe('c')
    expect(after('a', 'a', 'b', 'c')).toBe('d')
  })

  it('goes to the left neighbour at the end', () => {
    expect(after('d', 'd')).toBe('c')
    expect(after('c', 'c', 'd')).toBe('b')
  })

  it('goes to the list when nothing is left', () => {
    expect(after('c', 'a', 'b', 'c', 'd')).toBeNull()
  })
})
