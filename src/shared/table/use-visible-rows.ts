import { useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

/** Fewer rows than this are simply all there. */
export const virtualFrom = 50
const overscan = 8

interface Options<Row> {
  scroller: RefObject<HTMLDivElement | null>
  rows: readonly Row[]
  rowKey: (row: Row) => string
  isVirtual: boolean
  /** Exact height of a row, or the guess for cards, which are measured. */
  rowHeight: number
  initialOffset: number
}

interface VisibleRange {
  start: number
  end: number
  /** Pixels of the rows that are not rendered. */
  before: number
  after: number
}

/** Which rows to render now. */
export function useVisibleRows<Row>({ scroller, rows, rowKey, isVirtual, rowHeight, initialOffset }: Options<Row>) {
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is memoised here
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count: isVirtual ? rows.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : rowKey(row)
    },
    initialOffset,
    initialRect: { width: 1200, height: 800 },
    overscan,
  })
  const items = isVirtual ? virtualizer.getVirtualItems() : []
  return {
    range: rangeOf(items[0], items.at(-1), isVirtual ? virtualizer.getTotalSize() : 0, rows.length),
    measure: isVirtual ? virtualizer.measureElement : undefined,
  }
}

interface Item {
  index: number
  start: number
  end: number
}

function rangeOf(first: Item | undefined, last: Item | undefined, size: number, count: number): VisibleRange {
  if (first && last) return { start: first.index, end: last.index + 1, before: first.start, after: size - last.end }
  // Without layout, as in tests, nothing counts as visible: show the beginning.
  return { start: 0, end: size > 0 ? Math.min(count, virtualFrom) : count, before: 0, after: 0 }
}
