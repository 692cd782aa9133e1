import type { ReadCall, WriteCall } from '#server/api/call.ts'
import { inVisibleScopes } from '#server/api/visibility.ts'
import type { Condition } from '#server/store/store.ts'

export interface Usage {
  type: 'recurring' | 'openOrder'
  id: string
  label: string
}

/** More would not help anybody who has to decide. */
const shownAtMost = 100

const unfinished: Condition<'orders'> = {
  op: 'or',
  conditions: [
    { op: 'in', field: 'kind', values: ['recurring'] },
    { op: 'in', field: 'statusClass', values: ['open', 'inProgress', 'attention'] },
  ],
}

/** Recurring and open orders of a customer that name the given addresses or saved payments, by what they name. */
export async function orderUsages(
  { store, identity }: ReadCall | WriteCall,
  customerId: string,
  named: 'addressIds' | 'savedPaymentIds',
  ids: readonly string[],
): Promise<(id: string) => Usage[]> {
  if (ids.length === 0) return () => []
  const { rows: orders } = await store.find('orders', {
    where: {
      op: 'and',
      conditions: [
        { op: 'in', field: 'customerId', values: [customerId] },
        unfinished,
        ...inVisibleScopes<'orders'>(identity),
        { op: 'exists', collection: 'orderDetails', link: 'id', where: { op: 'overlaps', field: named, values: ids } },
      ],
    },
    sort: [{ field: 'createdAt', descending: true }],
    limit: shownAtMost,
  })
  const details = await store.getMany(
    'orderDetails',
    orders.map(({ id }) => id),
  )
  const namedBy = new Map(details.map((detail) => [detail.id, detail[named]]))
  return (id) =>
    orders
      .filter((order) => namedBy.get(order.id)?.includes(id))
      .map((order) => ({
        type: order.kind === 'recurring' ? 'recurring' : 'openOrder',
        id: order.id,
        label: order.number,
      }))
}
