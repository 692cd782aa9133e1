import type { ImportContext } from '#server/import/resource.ts'
import type { AddressRow } from '#server/store/rows.ts'

/** The addresses of customers that are not deleted. */
export async function addressesByCustomer(
  { transaction }: ImportContext,
  customerIds: readonly string[],
): Promise<Map<string, AddressRow[]>> {
  if (customerIds.length === 0) return new Map()
  const { rows } = await transaction.find('addresses', {
    where: {
      op: 'and',
      conditions: [
        { op: 'in', field: 'customerId', values: customerIds },
        { op: 'in', field: 'deletedAt', values: [null] },
      ],
    },
  })
  return Map.groupBy(rows, ({ customerId }) => customerId)
}

interface Flagged {
  id: string
  createdAt: string
}

/** Of rows of one instant the one written last counts as the newest. */
export function newestFirst<Row extends Flagged>(rows: readonly Row[], writtenAt: ReadonlyMap<string, number>): Row[] {
  const rank = (row: Row) => writtenAt.get(row.id) ?? -1
  return rows.toSorted((a, b) => (a.createdAt === b.createdAt ? rank(b) - rank(a) : a.createdAt < b.createdAt ? 1 : -1))
}
