import type { OrderListItem } from '#/contract/orders.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import type { Column } from '#/shared/table/column.ts'
import { OrderLink } from '#/shared/ui/order-link.tsx'
import { OrderStatus } from '#/shared/ui/order-status.tsx'
import { OrderTotal } from '#/shared/ui/order-total.tsx'
import { RecurringNote } from '#/shared/ui/recurring-note.tsx'
import { Time } from '#/shared/ui/time.tsx'

/** A schedule is no order: it leads to the newest order made from it, if any. */
export const orderIdOf = ({ id, kind, recurring }: OrderListItem) =>
  kind === 'recurring' ? (recurring?.lastOrderId ?? null) : id

function OrderNumber({ order }: { order: OrderListItem }) {
  const orderId = orderIdOf(order)
  if (orderId === null) return order.number
  return (
    <OrderLink orderId={orderId} fromRecord={order.customer.id}>
      {order.number}
    </OrderLink>
  )
}

/** Columns of a customer's orders. */
export const customerOrderColumns: Column<OrderListItem>[] = [
  {
    key: 'number',
    header: m.record_order_number(),
    sortKey: 'number',
    width: 130,
    isRowHeader: true,
    cell: (order) => <OrderNumber order={order} />,
  },
  { key: 'scope', header: m.record_order_scope(), width: 130, cell: ({ scopeName, scopeId }) => scopeName ?? scopeId },
  {
    key: 'status',
    header: m.record_order_status(),
    sortKey: 'status',
    width: 440,
    cell: (order) => (
      <>
        <OrderStatus order={order} />
        {order.recurring && (
          <>
            {' · '}
            <RecurringNote recurring={order.recurring} isPausedSaid={order.status.code === 'Paused'} />
          </>
        )}
      </>
    ),
  },
  {
    key: 'created',
    header: m.record_order_created(),
    sortKey: 'createdAt',
    sortFirst: 'descending',
    width: 110,
    cell: ({ createdAt }) => <Time at={createdAt} isInTable />,
  },
  {
    key: 'shipments',
    header: m.record_order_shipments(),
    width: 85,
    priority: 2,
    align: 'end',
    cell: ({ shipmentCount }) => shipmentCount,
  },
  {
    key: 'total',
    header: m.record_order_total(),
    sortKey: 'total',
    sortFirst: 'descending',
    width: 185,
    align: 'end',
    cell: (order) => <OrderTotal order={order} />,
  },
]
