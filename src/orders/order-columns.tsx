import { Link } from '@tanstack/react-router'
import type { OrderListItem } from '#/contract/orders.ts'
import { OrderStatus } from '#/shared/ui/order-status.tsx'
import { OrderTotal } from '#/shared/ui/order-total.tsx'
import { RecurringNote } from '#/shared/ui/recurring-note.tsx'
import { formatQuantity } from '#/shared/format/format-quantity.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import type { Column } from '#/shared/table/column.ts'
import { Highlight } from '#/shared/ui/highlight.tsx'
import { Time } from '#/shared/ui/time.tsx'
import { RecordLink } from '#/workspace/record-link.tsx'

/** Columns of the list of orders; `words` are marked where they were found. */
export function orderColumns(words: string): Column<OrderListItem>[] {
  return [
    {
      key: 'number',
      header: m.orders_column_number(),
      sortKey: 'number',
      width: 140,
      isRowHeader: true,
      cell: ({ id, number }) => (
        <Link to="/orders/$orderId" params={{ orderId: id }}>
          <Highlight text={number} words={words} />
        </Link>
      ),
    },
    {
      key: 'customer',
      header: m.orders_column_customer(),
      width: 240,
      cell: ({ customer }) => (
        <RecordLink id={customer.id}>
          <Highlight text={customer.name} words={words} />
        </RecordLink>
      ),
    },
    {
      key: 'scope',
      header: m.orders_column_scope(),
      width: 140,
      priority: 2,
      cell: ({ scopeName, scopeId }) => scopeName ?? scopeId,
    },
    {
      key: 'status',
      header: m.orders_column_status(),
      sortKey: 'status',
      width: 260,
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
      header: m.orders_column_created(),
      sortKey: 'createdAt',
      sortFirst: 'descending',
      width: 130,
      cell: ({ createdAt }) => <Time at={createdAt} isInTable />,
    },
    {
      key: 'shipments',
      header: m.orders_column_shipments(),
      width: 100,
      priority: 3,
      align: 'end',
      cell: ({ shipmentCount }) => shipmentCount,
    },
    {
      key: 'items',
      header: m.orders_column_items(),
      width: 80,
      priority: 3,
      align: 'end',
      cell: ({ itemCount }) => formatQuantity(itemCount),
    },
    {
      key: 'total',
      header: m.orders_column_total(),
      sortKey: 'total',
      sortFirst: 'descending',
      width: 150,
      align: 'end',
      cell: (order) => <OrderTotal order={order} />,
    },
  ]
}
