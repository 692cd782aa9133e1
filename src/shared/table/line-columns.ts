import type { Order } from '#/contract/orders.ts'
import { formatMoney } from '#/shared/format/format-money.ts'
import { formatQuantity } from '#/shared/format/format-quantity.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import type { Column } from '#/shared/table/column.ts'

type Line = Order['lines'][number]

/** Columns of the lines of an order or cart. */
export const lineColumns: Column<Line>[] = [
  { key: 'item', header: m.orders_line_item(), width: 320, isRowHeader: true, cell: ({ name }) => name },
  { key: 'sku', header: m.orders_line_sku(), width: 140, priority: 2, cell: ({ sku }) => sku },
  {
    key: 'quantity',
    header: m.orders_line_quantity(),
    width: 90,
    align: 'end',
    cell: ({ quantity }) => formatQuantity(quantity),
  },
  {
    key: 'price',
    header: m.orders_line_price(),
    width: 140,
    priority: 2,
    align: 'end',
    cell: ({ unitPrice }) => formatMoney(unitPrice),
  },
  {
    key: 'discount',
    header: m.orders_line_discount(),
    width: 120,
    priority: 3,
    align: 'end',
    cell: ({ discount }) => formatMoney(discount),
  },
  { key: 'total', header: m.orders_line_total(), width: 150, align: 'end', cell: ({ total }) => formatMoney(total) },
]
