import type { Column } from '#/shared/table/column.ts'
import { Bone, boneWidth } from '#/shared/ui/skeletons.tsx'

const rows = Array.from({ length: 8 }, (_, row) => row)

interface Props<Row> {
  columns: readonly Column<Row>[]
  hasMenu: boolean
}

/** The shape of rows, in the columns that they will have; late, like every skeleton. */
export function BoneRows<Row>({ columns, hasMenu }: Props<Row>) {
  return rows.map((row) => (
    <tr key={row} aria-hidden="true" data-bones="">
      {columns.map(({ key, align }, column) => (
        <td key={key} colSpan={hasMenu && column === columns.length - 1 ? 2 : 1}>
          <Bone style={{ width: boneWidth(row + column * 3), marginLeft: align === 'end' ? 'auto' : 0 }} />
        </td>
      ))}
    </tr>
  ))
}
