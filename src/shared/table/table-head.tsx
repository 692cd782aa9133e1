import { m } from '#/shared/i18n/generated/messages.js'
import { nextSort, type Column, type Sort } from '#/shared/table/column.ts'
import { Icon } from '#/shared/ui/icon.tsx'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'

interface Props<Row> {
  columns: readonly Column<Row>[]
  sort: Sort | undefined
  onSort: ((sort: string) => void) | undefined
  hasMenu: boolean
  /** Headings only, where the rows are cards and sorting has a control of its own. */
  isPlain: boolean
}

/** The header row, with a button in every column that sorts. */
export function TableHead<Row>({ columns, sort, onSort, hasMenu, isPlain }: Props<Row>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column) => {
          const isSorted = sort !== undefined && sort.key === column.sortKey
          const next = onSort && !isPlain ? nextSort(column, sort) : undefined
          return (
            <th
              key={column.key}
              scope="col"
              data-align={column.align}
              aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
            >
              {next === undefined ? (
                column.header
              ) : (
                <button type="button" onClick={() => onSort?.(next)}>
                  {column.header}
                  <Icon
                    name={
                      (isSorted ? sort.isDescending : column.sortFirst === 'descending')
                        ? 'sortDescending'
                        : 'sortAscending'
                    }
                    size={12}
                  />
                </button>
              )}
            </th>
          )
        })}
        {hasMenu ? (
          <th scope="col">
            <VisuallyHidden>{m.common_row_actions()}</VisuallyHidden>
          </th>
        ) : null}
      </tr>
    </thead>
  )
}
