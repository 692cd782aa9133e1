import { styled } from '@mui/material/styles'
import type { InstalmentPurchase } from '#/contract/instalment-purchases.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'

const Root = styled('div')({ display: 'grid', gap: 4 })
const Words = styled('span')({ ...type.table, fontVariantNumeric: 'tabular-nums' })
const Track = styled('div')({
  height: 6,
  borderRadius: 3,
  overflow: 'hidden',
  border: `1px solid ${color.controlBorder}`,
  backgroundColor: color.neutralSoft,
  '& > div': { height: '100%', backgroundColor: color.accent },
  '&[data-whole="true"] > div': { backgroundColor: color.positive },
})

/** How many of the instalments are paid: in words, and as a bar for the eye. */
export function InstalmentProgress({
  purchase: { paidCount, totalCount },
}: {
  purchase: Pick<InstalmentPurchase, 'paidCount' | 'totalCount'>
}) {
  const share = totalCount > 0 ? Math.min(1, Math.max(0, paidCount / totalCount)) : 0
  return (
    <Root>
      <Words>{m.products_paid_of({ paid: paidCount, count: totalCount })}</Words>
      <Track aria-hidden="true" data-whole={share === 1}>
        <div style={{ width: `${share * 100}%` }} />
      </Track>
    </Root>
  )
}
