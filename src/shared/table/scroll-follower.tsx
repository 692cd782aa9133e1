import { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, type RefObject } from 'react'
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

/** Rows that come or go above what is seen are made up for by scrolling, up to this many at a time. */
const mostMoved = 10

/** Keeps the rows that are seen where they are when others come or go above them. */
function useHeldPlace({ scroller, rowHeight, keyOf }: Pick<FollowerProps, 'scroller' | 'rowHeight' | 'keyOf'>) {
  const held = useRef<{ index: number; key: string | number }>(undefined)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const { index = 0, key } = held.current ?? {}
    const isScrolled = element.scrollTop >= rowHeight
    if (key !== undefined && isScrolled && keyOf(index) !== key) {
      const steps = Array.from({ length: mostMoved }, (_, step) => [step + 1, -step - 1]).flat()
      const moved = steps.find((step) => keyOf(index + step) === key)
      if (moved !== undefined) {
        element.scrollTo({ top: element.scrollTop + moved * rowHeight, behavior: 'instant' })
      }
    }
    const top = Math.floor(element.scrollTop / rowHeight)
    held.current = { index: top, key: keyOf(top) }
  })
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
  useHeldPlace({ scroller, rowHeight, keyOf })
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
