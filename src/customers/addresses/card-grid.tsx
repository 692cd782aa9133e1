import { styled } from '@mui/material/styles'
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { memo, useRef, useState, type ReactNode, type RefObject } from 'react'
import { columnsIn, rowsOf, type Placed } from '#/customers/addresses/card-rows.ts'
import { CardCell, cardGap, CardRows } from '#/customers/record/cards.ts'
import { useWidth } from '#/shared/table/use-width.ts'

/** So many are simply all there. */
const virtualFrom = 50
const overscan = 3
/** Until they are measured. */
const guess = { card: 190, form: 720 }

const Grid = styled(CardRows)({ paddingBottom: 24 })
/** Stands for the rows that are not drawn. */
const Spacer = styled('li')({ gridColumn: '1 / -1' })

interface ContentProps<T> {
  one: T
  children: (one: T) => ReactNode
}

const PlainContent = <T,>({ one, children }: ContentProps<T>) => children(one)

/** What is on a card; not rendered again when only the scroll position changes. */
const Content = memo(PlainContent) as typeof PlainContent

interface Props<T extends Placed> {
  placed: readonly T[]
  /** What scrolls. */
  scroller: RefObject<HTMLElement | null>
  initialOffset: number
  children: (one: T) => ReactNode
}

/**
 * Cards beside each other, of which only those near the view are drawn when there are many. Forms and the card with the
 * focus are always drawn: what is typed must not go with the scroll.
 */
export function CardGrid<T extends Placed>({ placed, scroller, initialOffset, children }: Props<T>) {
  const grid = useRef<HTMLUListElement>(null)
  const columns = useWidth(grid, columnsIn)
  const [focused, setFocused] = useState<string>()
  const isVirtual = placed.length > virtualFrom
  const rows = rowsOf(placed, columns)
  const isPinned = (row: readonly T[] | undefined) => row?.some(({ key, isWide }) => isWide || key === focused) ?? false
  const pinned = isVirtual ? rows.flatMap((row, index) => (isPinned(row) ? [index] : [])) : []

  // oxlint-disable-next-line react/incompatible-library -- nothing of it is memoised here
  const virtualizer = useVirtualizer<HTMLElement, HTMLLIElement>({
    count: isVirtual ? rows.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.[0]?.isWide ? guess.form : guess.card),
    getItemKey: (index) => `${columns} ${rows[index]?.[0]?.key ?? index}`,
    rangeExtractor: (range: Range) =>
      [...new Set([...pinned, ...defaultRangeExtractor(range)])].toSorted((a, b) => a - b),
    gap: cardGap,
    initialOffset,
    initialRect: { width: 1200, height: 800 },
    overscan,
  })

  const places = new Map(placed.map(({ key }, index) => [key, index + 1]))
  /** All cards of a row are as high as its first one, which is measured. */
  const cell = (one: T, row?: { index: number; isFirst: boolean }) => (
    <CardCell
      key={one.key}
      data-wide={one.isWide}
      data-address={one.key}
      {...(row ? { 'aria-setsize': placed.length, 'aria-posinset': places.get(one.key), 'data-index': row.index } : {})}
      {...(row?.isFirst ? { ref: virtualizer.measureElement } : {})}
      onFocus={() => setFocused(one.key)}
      onBlur={() => setFocused(undefined)}
    >
      <Content one={one}>{children}</Content>
    </CardCell>
  )

  const drawn: ReactNode[] = []
  if (isVirtual) {
    let end = -cardGap
    const skip = (start: number) => {
      const height = start - end - 2 * cardGap
      if (start - end > cardGap) drawn.push(<Spacer key={`before ${start}`} aria-hidden="true" style={{ height }} />)
    }
    for (const item of virtualizer.getVirtualItems()) {
      skip(item.start)
      const row = rows[item.index] ?? []
      drawn.push(...row.map((one, place) => cell(one, { index: item.index, isFirst: place === 0 })))
      end = item.end
    }
    skip(virtualizer.getTotalSize() + cardGap)
  } else {
    drawn.push(...placed.map((one) => cell(one)))
  }

  const style = isVirtual ? { gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` } : undefined
  return (
    <Grid ref={grid} style={style}>
      {drawn}
    </Grid>
  )
}
