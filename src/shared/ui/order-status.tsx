import { styled } from '@mui/material/styles'
import type { OrderListItem } from '#/contract/orders.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { Icon, type IconName } from '#/shared/ui/icon.tsx'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'
import { orderClassTones } from '#/shared/ui/status-tones.ts'

const Root = styled('span')({ display: 'inline-flex', flexWrap: 'inherit', alignItems: 'center', gap: '0 12px' })
const Marked = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  verticalAlign: 'top',
  whiteSpace: 'nowrap',
  color: color.secondary,
  '&[data-tone="caution"]': { color: color.caution },
})

/** A mark of a row: a small picture and words. */
export function Mark({ icon, tone, children }: { icon: IconName; tone?: 'caution'; children: string }) {
  return (
    <Marked data-tone={tone}>
      <Icon name={icon} size={14} />
      {children}
    </Marked>
  )
}

type Marks = Pick<OrderListItem, 'status' | 'needsAttention' | 'draftOwner' | 'cancellationPending'>

/** Status of an order in words, and what somebody has to know before touching it; an unknown code is shown as it is. */
export function OrderStatus({ order }: { order: Marks }) {
  return (
    <Root>
      <StatusBadge tone={orderClassTones[order.status.class]}>
        {codeLabel('orderStatus', order.status.code)}
      </StatusBadge>
      {order.needsAttention && (
        <>
          {' '}
          <Mark icon="alert" tone="caution">
            {m.orders_needs_attention()}
          </Mark>
        </>
      )}
      {order.cancellationPending && (
        <>
          {' '}
          <Mark icon="ban" tone="caution">
            {m.orders_cancellation_pending()}
          </Mark>
        </>
      )}
      {order.draftOwner !== null && (
        <>
          {' '}
          <Mark icon="edit">{m.orders_being_edited({ who: order.draftOwner })}</Mark>
        </>
      )}
    </Root>
  )
}
