import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastPlace, reorder, type Ordered } from '#/metadata/reorder.ts'

const keysOf = (items: readonly Ordered[]) =>
  items.toSorted((a, b) => a.displayOrder - b.displayOrder || a.key.localeCompare(b.key)).map(({ key }) => key)

const applied = (items: readonly Ordered[], changes: readonly Ordered[]) =>
  items.map((item) => changes.find(({ key }) => key === item.key) ?? item)

describe('reorder', () => {
  it('changes the moved one alone where there is room', () => {
    const items = [10, 20, 30].map((displayOrder, index) => ({ key: 'abc'[index] ?? '', displayOrder }))
    expect(reorder(items, 2, 1)).toEqual([{ key: 'c', displayOrder: 15 }])
    expect(reorder(items, 0, 2)).toEqual([{ key: 'a', displayOrder: 40 }])
    expect(reorder(items, 2, 0)).toEqual([{ key: 'c', displayOrder: 0 }])
    expect(reorder(items, 0, 0)).toEqual([])
    expect(reorder(items, 0, -1)).toEqual([])
  })

  it('gives the asked-for order, however crowded the places were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 8 }),
        fc.nat(7),
        fc.nat(7),
        (places, from, to) => {
          const items = places
            .map((displayOrder, index) => ({ key: `k${index}`, displayOrder }))
            .toSorted((a, b) => a.displayOrder - b.displayOrder || a.key.localeCompare(b.key))
          if (from >= items.length || to >= items.length) return
          const wanted = items.map(({ key }) => key)
          const [moved = ''] = wanted.splice(from, 1)
          wanted.splice(to, 0, moved)
          expect(keysOf(applied(items, reorder(items, from, to)))).toEqual(wanted)
        },
      ),
    )
  })
})

describe('lastPlace', () => {
  it('lies after all', () => {
    expect(lastPlace([])).toBe(10)
    expect(lastPlace([{ displayOrder: 35 }, { displayOrder: -5 }])).toBe(45)
  })
})
