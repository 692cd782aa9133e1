import { m } from '#/shared/i18n/generated/messages.js'
import { parseSort, printSort, type Column } from '#/shared/table/column.ts'
import { CardSort } from '#/shared/table/table-styles.ts'
import { SelectInput } from '#/shared/ui/control.ts'

interface Props<Row> {
  columns: readonly Column<Row>[]
  sort: string | undefined
  onSort: (sort: string) => void
}

/** Sorting where there are cards and no headers to press. */
export function SortChoice<Row>({ columns, sort, onSort }: Props<Row>) {
  const sorts = columns.flatMap(({ header, sortKey, sortFirst }) =>
    sortKey === undefined
      ? []
      : [{ header, value: printSort({ key: sortKey, isDescending: sortFirst === 'descending' }) }],
  )
  if (sorts.length === 0) return null
  const sorted = parseSort(sort)
  const value = sorts.find((choice) => parseSort(choice.value)?.key === sorted?.key)?.value
  return (
    <CardSort>
      {m.common_sort_label()}
      <SelectInput value={value ?? ''} onChange={(event) => onSort(event.target.value)}>
        {value === undefined ? <option value="">{m.common_choose()}</option> : null}
        {sorts.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.header}
          </option>
        ))}
      </SelectInput>
    </CardSort>
  )
}
