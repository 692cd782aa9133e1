import { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, type RefObject } from 'react'
import { overscan, plainRange, type VisibleRange } from '#/shared/table/visible-range.ts'

export interface FollowerProps {
  scroller: RefObject<HTMLDivElement | null>
  count: number
  /** Where a table begins that is not there yet. */
  initialOffset: number
  rowHeight: number
  keyOf: (index: number) => string | number
  onRange: (range: VisibleRange, measure: (row: HTMLTableRowElement | null) => void) => void
}

/** Tells which rows to render as the table scrolls. Its code comes after the first rows. */
export function ScrollFollower({ scroller, count, initialOffset, rowHeight, keyOf, onRange }: FollowerProps) {
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is memoised here
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: keyOf,
    initialOffset: () => scroller.current?.scrollTop ?? initialOffset,
    initialRect: { width: 1200, height: 800 },
    overscan,
  })
  const items = virtualizer.getVirtualItems()
  const [first, last] = [items[0], items.at(-1)]
  const { start, end, before, after } =
    first && last
      ? {
          start: first.index,
          end: last.index + 1,
          before: first.start,
          after: virtualizer.getTotalSize() - last.end,
        }
      : plainRange(count, rowHeight, 0)

  useLayoutEffect(() => {
    onRange({ start, end, before, after }, virtualizer.measureElement)
  }, [onRange, start, end, before, after, virtualizer])
  return null
}
