import { styled } from '@mui/material/styles'
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { memo, useMemo, useState, type ReactNode, type RefObject } from 'react'

/** So many are simply all there. */
const virtualFrom = 50
const overscan = 6
/** Pixels from the top that count as being there. */
const topDistance = 8

const List = styled('ul')({ margin: 0, padding: '0 0 16px', listStyle: 'none' })
const Item = styled('li')({ minWidth: 0 })

interface ContentProps<T> {
  one: T
  children: (one: T) => ReactNode
}

const PlainContent = <T,>({ one, children }: ContentProps<T>) => children(one)

/** What stands at one place; not rendered again when only the scroll position changes. */
const Content = memo(PlainContent) as typeof PlainContent

export interface FeedListProps<T> {
  /** Accessible name. */
  label: string
  /** In their order; keep the identity of what did not change. */
  items: readonly T[]
  keyOf: (one: T) => string
  /** Pixels until it is measured. */
  guess: (one: T) => number
  /** Keys of what is drawn wherever the scroll is: forms, in which something is typed. */
  kept?: readonly string[]
  /** What scrolls. */
  scroller: RefObject<HTMLElement | null>
  /** Pixels to begin at. */
  initialOffset: number
  /** More may come below. */
  hasMore: boolean
  /** Keep the identity from render to render. */
  children: (one: T) => ReactNode
}

/**
 * Things below each other, each as high as it is, of which only those near the view are drawn when there are many. What
 * comes in above what is being read does not move it.
 */
export function FeedList<T>(props: FeedListProps<T>) {
  const { label, items, keyOf, guess, kept = [], scroller, initialOffset, hasMore, children } = props
  const [focused, setFocused] = useState<string>()
  const [isAtTop, setAtTop] = useState(initialOffset < topDistance)
  const isVirtual = items.length > virtualFrom
  const places = useMemo(
    () => new Map(isVirtual ? items.map((one, index) => [keyOf(one), index]) : []),
    [isVirtual, items, keyOf],
  )
  const pinned = [...kept, ...(focused === undefined ? [] : [focused])].flatMap((key) => places.get(key) ?? [])

  // oxlint-disable-next-line react/incompatible-library -- nothing of it is memoised here
  const virtualizer = useVirtualizer<HTMLElement, HTMLLIElement>({
    count: isVirtual ? items.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const one = items[index]
      return one === undefined ? 0 : guess(one)
    },
    getItemKey: (index) => {
      const one = items[index]
      return one === undefined ? index : keyOf(one)
    },
    rangeExtractor: (range: Range) =>
      pinned.length === 0
        ? defaultRangeExtractor(range)
        : [...new Set([...pinned, ...defaultRangeExtractor(range)])].toSorted((a, b) => a - b),
    initialOffset,
    initialRect: { width: 1200, height: 800 },
    overscan,
    // At the very top what is new comes into sight; further down what is read stays where it is.
    anchorTo: isAtTop ? 'start' : 'end',
    onChange: ({ scrollOffset }) => setAtTop((scrollOffset ?? 0) < topDistance),
    scrollEndThreshold: -1,
  })

  const cell = (one: T, index: number) => {
    const key = keyOf(one)
    return (
      <Item
        key={key}
        data-feed={key}
        {...(isVirtual
          ? {
              ref: virtualizer.measureElement,
              'data-index': index,
              'aria-posinset': index + 1,
              'aria-setsize': hasMore ? -1 : items.length,
            }
          : {})}
        onFocus={() => setFocused(key)}
        onBlur={() => setFocused(undefined)}
      >
        <Content one={one}>{children}</Content>
      </Item>
    )
  }

  if (!isVirtual) return <List aria-label={label}>{items.map(cell)}</List>

  const drawn: ReactNode[] = []
  let end = 0
  const skip = (start: number) => {
    if (start > end) drawn.push(<li key={`before ${start}`} aria-hidden="true" style={{ height: start - end }} />)
  }
  for (const { index, start, end: endOfItem } of virtualizer.getVirtualItems()) {
    const one = items[index]
    if (one === undefined) continue
    skip(start)
    drawn.push(cell(one, index))
    end = endOfItem
  }
  skip(virtualizer.getTotalSize())
  return <List aria-label={label}>{drawn}</List>
}
