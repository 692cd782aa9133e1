import { styled } from '@mui/material/styles'
import type { Subscription } from '#/contract/subscriptions.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatMoney } from '#/shared/format/format-money.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { Mark } from '#/shared/ui/order-status.tsx'
import { StatusBadge, type Tone } from '#/shared/ui/status-badge.tsx'

const tones: Record<Subscription['status'], Tone> = {
  active: 'positive',
  scheduled: 'info',
  paused: 'caution',
  inactive: 'neutral',
  expired: 'neutral',
  cancelled: 'neutral',
}

/** How a subscription or other holding stands, in words. */
export function ProductStatus({ status }: Pick<Subscription, 'status'>) {
  return <StatusBadge tone={tones[status]}>{codeLabel('subscriptionStatus', status)}</StatusBadge>
}

const Price = styled('span')({ display: 'inline-flex', flexWrap: 'wrap', gap: '0 8px' })
const Often = styled('span')({ color: color.secondary, whiteSpace: 'nowrap' })

/** "USD 19.00 a month", and that it is a discounted price. */
export function ProductPrice({
  product: { price, billingFrequency, discounted },
}: {
  product: Pick<Subscription, 'price' | 'billingFrequency' | 'discounted'>
}) {
  return (
    <Price>
      <span>
        {formatMoney(price)}
        {billingFrequency === null ? null : <Often> {codeLabel('billingFrequency', billingFrequency)}</Often>}
      </span>{' '}
      {discounted ? <Mark icon="tag">{m.products_discounted()}</Mark> : null}
    </Price>
  )
}
