import type { OrderListItem } from '#/contract/orders.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'
import { orderClassTones } from '#/shared/ui/status-tones.ts'

/** Status of an order in words; a code that is not in the catalogue is shown as it is. */
export function OrderStatus({ order }: { order: Pick<OrderListItem, 'status' | 'needsAttention'> }) {
  return (
    <>
      <StatusBadge tone={orderClassTones[order.status.class]}>
        {codeLabel('orderStatus', order.status.code)}
      </StatusBadge>
      {order.needsAttention && (
        <>
          {' '}
          <StatusBadge tone="caution">{m.orders_needs_attention()}</StatusBadge>
        </>
      )}
    </>
  )
}
