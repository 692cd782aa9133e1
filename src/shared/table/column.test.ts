import { describe, expect, it } from 'vitest'
import { columnsOfCount, fittingColumns, nextSort, parseSort, printSort, type Column } from '#/shared/table/column.ts'

const column = (over: Partial<Column<string>>): Column<string> => ({
  key: 'name',
  header: 'Name',
  width: 100,
  cell: (row) => row,
  ...over,
})

describe('sorting', () => {
  it('reads and prints the first key', () => {
    expect(parseSort('-createdAt,name')).toEqual({ key: 'createdAt', isDescending: true })
    expect(parseSort(undefined)).toBeUndefined()
    expect(printSort({ key: 'name', isDescending: false })).toBe('name')
  })

  it('begins in the first direction of the column, then turns', () => {
    const date = column({ sortKey: 'createdAt', sortFirst: 'descending' })
    expect(nextSort(date, parseSort('name'))).toBe('-createdAt')
    expect(nextSort(date, parseSort('-createdAt'))).toBe('createdAt')
    expect(nextSort(column({ sortKey: 'name' }), undefined)).toBe('name')
    expect(nextSort(column({}), undefined)).toBeUndefined()
  })
})

describe('fittingColumns', () => {
  const columns = [
    column({ key: 'a' }),
    column({ key: 'b', priority: 3 }),
    column({ key: 'c', priority: 2 }),
    column({ key: 'd', priority: 3 }),
  ]
  const keys = (width: number) =>
    fittingColumns(columns, width)
      .map(({ key }) => key)
      .join('')

  it('drops the least important columns together, and never the important ones', () => {
    expect(keys(Number.POSITIVE_INFINITY)).toBe('abcd')
    expect(keys(400)).toBe('abcd')
    expect(keys(399)).toBe('ac')
    expect(keys(199)).toBe('a')
    expect(keys(10)).toBe('a')
  })

  it('is found again by the number of columns alone', () => {
    for (const width of [1000, 399, 199, 10]) {
      const shown = fittingColumns(columns, width)
      expect(columnsOfCount(columns, shown.length)).toEqual(shown)
    }
  })
})
