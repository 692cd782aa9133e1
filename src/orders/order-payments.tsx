import type { Order } from '#/contract/orders.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatMask } from '#/shared/format/format-card.ts'
import { formatMoney } from '#/shared/format/format-money.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import type { Column } from '#/shared/table/column.ts'
import { DataTable } from '#/shared/table/data-table.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { NotSet } from '#/shared/ui/field-list.tsx'
import { SectionCard } from '#/shared/ui/section-card.tsx'
import { Time } from '#/shared/ui/time.tsx'

type Payment = Order['payments'][number]

const columns: Column<Payment>[] = [
  {
    key: 'method',
    header: m.orders_payment_method(),
    width: 240,
    isRowHeader: true,
    cell: ({ method, mask }) => [codeLabel('paymentKind', method), mask && formatMask(mask)].filter(Boolean).join(' '),
  },
  {
    key: 'status',
    header: m.orders_payment_status(),
    width: 160,
    cell: ({ status }) => codeLabel('paymentStatus', status),
  },
  {
    key: 'date',
    header: m.orders_payment_date(),
    width: 140,
    cell: ({ at }) => (at ? <Time at={at} isInTable /> : <NotSet />),
  },
  {
    key: 'amount',
    header: m.orders_payment_amount(),
    width: 150,
    align: 'end',
    cell: ({ amount }) => (amount ? formatMoney(amount) : <NotSet />),
  },
]

/** How the order was paid. */
export function OrderPayments({ order }: { order: Order }) {
  return (
    <SectionCard title={m.orders_payments()} isFlush>
      <DataTable
        label={m.orders_payments()}
        columns={columns}
        rows={order.payments}
        rowKey={(payment) => payment.id}
        height="content"
        empty={<EmptyState title={m.orders_no_payments()} />}
      />
    </SectionCard>
  )
}
