import { styled } from '@mui/material/styles'
import type { Order } from '#/contract/orders.ts'
import { formatMoney } from '#/shared/format/format-money.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { DataTable } from '#/shared/table/data-table.tsx'
import { lineColumns } from '#/shared/table/line-columns.ts'
import { color } from '#/shared/theme/color.ts'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { OrderTotal } from '#/shared/ui/order-total.tsx'
import { SectionCard } from '#/shared/ui/section-card.tsx'

const Sums = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'auto auto',
  justifyContent: 'end',
  gap: '4px 24px',
  margin: 0,
  padding: '12px 16px',
  borderTop: `1px solid ${color.hairline}`,
  fontVariantNumeric: 'tabular-nums',
  '& dt': { color: color.secondary },
  '& dd': { margin: 0, textAlign: 'end' },
  '& > [data-total]': { fontWeight: 600, color: color.text },
})

/** What was ordered, and how its total comes about. */
export function OrderLines({ order }: { order: Order }) {
  const sums = [
    [m.orders_subtotal(), order.subtotal],
    [m.orders_tax(), order.tax],
    [m.orders_shipping(), order.shippingCost],
  ] as const
  return (
    <SectionCard title={m.orders_lines()} isFlush>
      <DataTable
        label={m.orders_lines()}
        columns={lineColumns}
        rows={order.lines}
        rowKey={(line) => line.id}
        height="content"
        empty={<EmptyState title={m.orders_no_lines()} />}
      />
      <Sums>
        {sums.map(([label, money]) =>
          money ? (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{formatMoney(money)}</dd>
            </div>
          ) : null,
        )}
        <dt data-total="">{m.orders_total()}</dt>
        <dd data-total="">
          <OrderTotal order={order} />
        </dd>
      </Sums>
    </SectionCard>
  )
}
