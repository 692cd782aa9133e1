import { Link } from '@tanstack/react-router'
import type { OrderListItem } from '#/contract/orders.ts'
import { formatTotal } from '#/shared/format/format-money.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import type { Column } from '#/shared/table/column.ts'
import { OrderStatus } from '#/shared/ui/order-status.tsx'
import { Time } from '#/shared/ui/time.tsx'

/** A schedule is no order: it leads to the newest order made from it, if any. */
export const orderIdOf = ({ id, kind, recurring }: OrderListItem) =>
  kind === 'recurring' ? (recurring?.lastOrderId ?? null) : id

/** Columns of a customer's orders. */
export const customerOrderColumns: Column<OrderListItem>[] = [
  {
    key: 'number',
    header: m.record_order_number(),
    sortKey: 'number',
    width: 150,
    isRowHeader: true,
    cell: (order) => {
      const orderId = orderIdOf(order)
      return orderId === null ? (
        order.number
      ) : (
        <Link to="/orders/$orderId" params={{ orderId }}>
          {order.number}
        </Link>
      )
    },
  },
  { key: 'scope', header: m.record_order_scope(), width: 150, cell: ({ scopeName, scopeId }) => scopeName ?? scopeId },
  {
    key: 'status',
    header: m.record_order_status(),
    sortKey: 'status',
    width: 220,
    cell: (order) => (
      <>
        <OrderStatus order={order} />
        {order.recurring && (
          <small>
            {' '}
            {m.record_order_recurring({ frequency: order.recurring.frequency })}{' '}
            <Time at={order.recurring.nextAt} never={m.record_order_no_next()} isInTable />
          </small>
        )}
      </>
    ),
  },
  {
    key: 'created',
    header: m.record_order_created(),
    sortKey: 'createdAt',
    sortFirst: 'descending',
    width: 130,
    cell: ({ createdAt }) => <Time at={createdAt} isInTable />,
  },
  {
    key: 'shipments',
    header: m.record_order_shipments(),
    width: 100,
    priority: 2,
    align: 'end',
    cell: ({ shipmentCount }) => shipmentCount,
  },
  {
    key: 'total',
    header: m.record_order_total(),
    sortKey: 'total',
    sortFirst: 'descending',
    width: 160,
    align: 'end',
    cell: ({ total }) => formatTotal(total),
  },
]
