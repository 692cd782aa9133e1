import { memo, type MouseEvent, type ReactNode, type Ref } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import type { Column } from '#/shared/table/column.ts'
import type { MenuAction } from '#/shared/ui/menu-action.ts'
import { MenuButton } from '#/shared/ui/menu-button.tsx'

/** How a row was opened. */
export interface RowOpening {
  /** With Ctrl, Cmd or the middle button: open without leaving the list. */
  isBackground: boolean
}

export interface RowBehaviour<Row> {
  /** A press anywhere on the row that is not on a link or button of its own. */
  onRowOpen?: ((row: Row, opening: RowOpening) => void) | undefined
  /** Groups of the menu at the end of the row. */
  rowMenu?: ((row: Row) => readonly (readonly MenuAction[])[]) | undefined
  /** What the row is called, for the name of its menu. */
  rowLabel?: ((row: Row) => string) | undefined
  /** Shows the row as the one being worked on. */
  isRowMarked?: ((row: Row) => boolean) | undefined
}

interface Props<Row> extends RowBehaviour<Row> {
  row: Row
  /** What is shown below the row, over its whole width. */
  detail?: ReactNode
  index: number
  columns: readonly Column<Row>[]
  isCard: boolean
  measure: Ref<HTMLTableRowElement> | undefined
}

const isOwnControl = (target: EventTarget) =>
  target instanceof Element && target.closest('a, button, input, select, label') !== null
const hasSelection = () => window.getSelection()?.type === 'Range'

/** A table whose cells are blocks loses its meaning in some browsers; the roles give it back. */
const cardRole = (isCard: boolean, role: 'row' | 'cell' | 'rowheader') => (isCard ? { role } : undefined)

function Cells<Row>({ row, columns, isCard }: Pick<Props<Row>, 'row' | 'columns' | 'isCard'>) {
  return columns.map(({ key, header, align, isRowHeader, cell }) =>
    isRowHeader ? (
      <th key={key} scope="row" data-align={align} {...cardRole(isCard, 'rowheader')}>
        {cell(row)}
      </th>
    ) : (
      <td key={key} data-align={align} {...cardRole(isCard, 'cell')}>
        {isCard ? <span data-label="">{header}</span> : null}
        {isCard ? <span>{cell(row)}</span> : cell(row)}
      </td>
    ),
  )
}

function PlainTableRow<Row>({
  row,
  detail,
  index,
  columns,
  isCard,
  measure,
  onRowOpen,
  rowMenu,
  rowLabel,
  isRowMarked,
}: Props<Row>) {
  const open = (event: MouseEvent, isBackground: boolean) => {
    // What pops up from a row reports its events here too, though it lies elsewhere on the page.
    const isInside = event.target instanceof Node && event.currentTarget.contains(event.target)
    if (isInside && !isOwnControl(event.target) && !hasSelection()) onRowOpen?.(row, { isBackground })
  }
  const listeners = onRowOpen && {
    onClick: (event: MouseEvent) => open(event, event.metaKey || event.ctrlKey),
    onAuxClick: (event: MouseEvent) => event.button === 1 && open(event, true),
  }
  const itself = (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      data-open={onRowOpen !== undefined}
      data-marked={isRowMarked?.(row) ?? false}
      {...listeners}
      {...cardRole(isCard, 'row')}
    >
      <Cells row={row} columns={columns} isCard={isCard} />
      {rowMenu ? (
        <td data-menu="" {...cardRole(isCard, 'cell')}>
          <MenuButton
            size="small"
            label={rowLabel ? m.common_actions_for({ what: rowLabel(row) }) : m.common_actions()}
            groups={() => rowMenu(row)}
          />
        </td>
      ) : null}
    </tr>
  )
  // The same parts with and without detail: to open it must not take the focus away.
  return (
    <>
      {itself}
      {detail === undefined ? null : (
        <tr data-detail="" {...cardRole(isCard, 'row')}>
          <td colSpan={columns.length + (rowMenu ? 1 : 0)} {...cardRole(isCard, 'cell')}>
            {detail}
          </td>
        </tr>
      )}
    </>
  )
}

/** One row; rendered again only when its row, place or the columns change. */
export const TableRow = memo(PlainTableRow) as typeof PlainTableRow
