import type { ReactNode } from 'react'

export interface Column<Row> {
  key: string
  header: string
  /** Content of the cell; plain elements, since it runs for every visible row. */
  cell: (row: Row) => ReactNode
  /** Name of the sort of the API; without it the column cannot be sorted by. */
  sortKey?: string
  /** First direction when chosen; dates usually begin with the newest. */
  sortFirst?: 'ascending' | 'descending'
  align?: 'start' | 'end'
  /** Pixels wanted; what is left over is shared in proportion. */
  width: number
  /** 1 always shows (the default); where it gets narrow, columns of the highest number go first. */
  priority?: 1 | 2 | 3
  /** Names the row for assistive technology, and heads its card; usually the first column. */
  isRowHeader?: boolean
}

export interface Sort {
  key: string
  isDescending: boolean
}

/** First key of a sort of the API: `-createdAt,name`. */
export function parseSort(sort: string | undefined): Sort | undefined {
  const first = sort?.split(',')[0]
  if (!first) return undefined
  return first.startsWith('-') ? { key: first.slice(1), isDescending: true } : { key: first, isDescending: false }
}

export const printSort = ({ key, isDescending }: Sort) => (isDescending ? `-${key}` : key)

/** The sort after a press on a column: its first direction, then the other one. */
export function nextSort<Row>(column: Column<Row>, sort: Sort | undefined): string | undefined {
  if (column.sortKey === undefined) return undefined
  const startsDescending = column.sortFirst === 'descending'
  return printSort({
    key: column.sortKey,
    isDescending: sort?.key === column.sortKey ? !sort.isDescending : startsDescending,
  })
}

/** The columns that fit, in their order; all of them while the width is not known. */
export function fittingColumns<Row>(columns: readonly Column<Row>[], width: number): readonly Column<Row>[] {
  let shown = columns
  for (const priority of [3, 2]) {
    if (widthOf(shown) <= width) break
    shown = shown.filter((column) => (column.priority ?? 1) < priority)
  }
  return shown
}

/** Pixels that the columns want together. */
export const widthOf = <Row>(columns: readonly Column<Row>[]) => columns.reduce((sum, { width }) => sum + width, 0)

/** The same columns that `fittingColumns` chose, from their number alone. */
export function columnsOfCount<Row>(columns: readonly Column<Row>[], count: number): readonly Column<Row>[] {
  for (const limit of [3, 2]) {
    const shown = columns.filter((column) => (column.priority ?? 1) <= limit)
    if (shown.length <= count) return shown
  }
  return columns.filter((column) => (column.priority ?? 1) === 1)
}
