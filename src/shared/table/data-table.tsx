import { useCallback, useLayoutEffect, useMemo, useRef, type ReactNode } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { columnsOfCount, fittingColumns, parseSort, widthOf, type Column } from '#/shared/table/column.ts'
import { TableHead } from '#/shared/table/table-head.tsx'
import { TableRow, type RowBehaviour } from '#/shared/table/table-row.tsx'
import { BoneRows } from '#/shared/table/bone-rows.tsx'
import { SortChoice } from '#/shared/table/sort-choice.tsx'
import { Scroller } from '#/shared/table/table-styles.ts'
import { TableTail } from '#/shared/table/table-tail.tsx'
import { useVisibleRows, virtualFrom } from '#/shared/table/use-visible-rows.tsx'
import { useWidth } from '#/shared/table/use-width.ts'
import { sizes } from '#/shared/theme/tokens.ts'
import { CardsSkeleton } from '#/shared/ui/skeletons.tsx'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'

interface Props<Row> extends RowBehaviour<Row> {
  /** Accessible name of the table. */
  label: string
  /** Keep the identity from render to render. */
  columns: readonly Column<Row>[]
  /** The rows that are loaded. */
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** What is opened below a row, over its whole width; for tables as high as their content. */
  rowDetail?: ((row: Row) => ReactNode) | undefined
  density?: 'comfortable' | 'compact'
  /** `fill` scrolls in the height that the parent gives; `content` grows with its rows and is for small lists. */
  height?: 'fill' | 'content'

  /** Sort of the API, for example `-createdAt`. */
  sort?: string | undefined
  onSort?: ((sort: string) => void) | undefined

  /** Rows in total where the number is known exactly. */
  rowCount?: number | undefined
  hasMore?: boolean | undefined
  isLoadingMore?: boolean | undefined
  hasMoreFailed?: boolean | undefined
  /** Asked for when the end comes near, and by the button below the last row. */
  onEndReached?: (() => void) | undefined

  /** First load: shows the shape of rows. */
  isLoading?: boolean | undefined
  /** Rows of another search or sort are on their way; what is there stays. */
  isRefreshing?: boolean | undefined
  /** An `ErrorState`, in place of rows. */
  error?: ReactNode
  /** An `EmptyState`, when there is no row. */
  empty?: ReactNode

  /** Pixels to begin at. */
  initialOffset?: number | undefined
  /** The scroll position, told as it changes; keep it outside of React state. */
  onScrollOffset?: ((offset: number) => void) | undefined
}

/** Pixels before the end at which more is asked for. */
const endDistance = 900
const cardWidth = 600
const cardLine = 22
/** How far columns may shrink, in parts of their wanted width, before the table scrolls sideways. */
const tightest = 0.75

/** The one table of the product: sortable, endless, virtual when it is long, cards when it is narrow. */
export function DataTable<Row>(props: Props<Row>) {
  const { label, columns, rows, rowKey, density = 'comfortable', height = 'fill', sort, onSort, rowMenu } = props
  const scroller = useRef<HTMLDivElement>(null)
  const menuWidth = rowMenu ? 40 : 0
  const readLayout = useCallback(
    (width: number) => (width < cardWidth ? 0 : fittingColumns(columns, width - menuWidth).length),
    [columns, menuWidth],
  )
  const columnCount = useWidth(scroller, readLayout)
  const isCards = columnCount === 0
  const shown = useMemo(
    () => (isCards ? columns : columnsOfCount(columns, columnCount)),
    [columns, columnCount, isCards],
  )
  const rowHeight = sizes.row[density]
  const { range, measure, follower } = useVisibleRows({
    scroller,
    rows,
    rowKey,
    isVirtual: height === 'fill' && rows.length >= virtualFrom,
    rowHeight: isCards ? shown.length * cardLine + 20 : rowHeight,
    initialOffset: props.initialOffset ?? 0,
  })

  const { hasMore, isLoadingMore, hasMoreFailed, onEndReached } = props
  const askForMore = useCallback(() => {
    const element = scroller.current
    if (!element || element.scrollHeight === 0 || !hasMore || isLoadingMore || hasMoreFailed) return
    if (element.scrollHeight - element.scrollTop - element.clientHeight < endDistance) onEndReached?.()
  }, [hasMore, isLoadingMore, hasMoreFailed, onEndReached])

  useLayoutEffect(() => {
    if (height === 'fill') askForMore()
  }, [askForMore, height])

  const sorted = parseSort(sort)
  const wanted = widthOf(shown) + menuWidth
  const isEmpty = rows.length === 0
  const isFirstLoad = isEmpty && props.isLoading === true
  return (
    <Scroller
      ref={scroller}
      data-fill={height === 'fill'}
      data-cards={isCards}
      style={{ '--row': `${rowHeight}px` } as object}
      onScroll={(event) => {
        props.onScrollOffset?.(event.currentTarget.scrollTop)
        if (height === 'fill') askForMore()
      }}
    >
      {isCards && onSort && !isEmpty ? <SortChoice columns={columns} sort={sort} onSort={onSort} /> : null}
      <table
        aria-label={label}
        aria-rowcount={(props.rowCount ?? (props.hasMore ? -2 : rows.length)) + 1}
        aria-busy={props.isLoading === true || props.isRefreshing === true}
        style={{ minWidth: isCards ? 0 : wanted * tightest }}
        {...(isCards ? { role: 'table' } : {})}
      >
        {isCards ? null : (
          <colgroup>
            {shown.map((column, index) => (
              // The first column takes what the shares of the others leave, so that the menu has its pixels.
              <col key={column.key} style={{ width: index === 0 ? undefined : `${(column.width / wanted) * 100}%` }} />
            ))}
            {rowMenu ? <col style={{ width: menuWidth }} /> : null}
          </colgroup>
        )}
        <TableHead columns={shown} sort={sorted} onSort={onSort} hasMenu={rowMenu !== undefined} isPlain={isCards} />
        <tbody {...(isCards ? { role: 'rowgroup' } : {})}>
          {isFirstLoad && !isCards ? <BoneRows columns={shown} hasMenu={rowMenu !== undefined} /> : null}
          <Spacer height={range.before} />
          {rows.slice(range.start, range.end).map((row, offset) => (
            <TableRow
              key={rowKey(row)}
              row={row}
              detail={props.rowDetail?.(row)}
              index={range.start + offset}
              columns={shown}
              isCard={isCards}
              measure={isCards ? measure : undefined}
              onRowOpen={props.onRowOpen}
              rowMenu={rowMenu}
              rowLabel={props.rowLabel}
              isRowMarked={props.isRowMarked}
            />
          ))}
          <Spacer height={range.after} />
        </tbody>
      </table>
      {follower}
      {isFirstLoad && isCards ? <CardsSkeleton /> : null}
      {isFirstLoad && !isCards ? <VisuallyHidden as="output">{m.common_loading()}</VisuallyHidden> : null}
      {isEmpty && !isFirstLoad ? (props.error ?? props.empty) : null}
      {isEmpty ? null : <TableTail {...props} />}
    </Scroller>
  )
}

function Spacer({ height }: { height: number }) {
  return height > 0 ? <tr aria-hidden="true" data-spacer="" style={{ height }} /> : null
}
