import { styled } from '@mui/material/styles'
import type { OrderListItem } from '#/contract/orders.ts'
import { formatTotal } from '#/shared/format/format-money.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'

const Assumed = styled('small')({ color: color.secondary })

/** Total of an order; says when the order names no currency and that of its scope stands in. */
export function OrderTotal({ order }: { order: Pick<OrderListItem, 'total' | 'currency'> }) {
  if (order.total === null || order.currency !== null) return formatTotal(order.total)
  return (
    <span title={m.orders_currency_of_scope_text()}>
      {formatTotal(order.total)} <Assumed>({m.orders_currency_of_scope()})</Assumed>
    </span>
  )
}
