import { styled } from '@mui/material/styles'
import type { Tier } from '#/contract/customers.ts'
import { customerCodeLabel } from '#/shared/format/customer-code-label.ts'
import { color, type } from '#/shared/theme/color.ts'
import { Icon } from '#/shared/ui/icon.tsx'

const Root = styled('span')({
  ...type.meta,
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  padding: '1px 0',
  border: '1px solid transparent',
  borderRadius: 10,
  color: color.secondary,
  whiteSpace: 'nowrap',
  '&[data-tier="vip"]': {
    padding: '1px 7px',
    fontWeight: 600,
    borderColor: color.caution,
    color: color.caution,
    backgroundColor: color.cautionSoft,
  },
})

/** Standard or VIP; the two differ in shape, weight and word. */
export function TierBadge({ tier }: { tier: Tier }) {
  return (
    <Root data-tier={tier}>
      {tier === 'vip' ? <Icon name="star" size={12} filled /> : null}
      {customerCodeLabel('tier', tier)}
    </Root>
  )
}
