import { styled } from '@mui/material/styles'
import type { Money } from '#/contract/common.ts'
import { formatMoney } from '#/shared/format/format-money.ts'
import { m } from '#/shared/i18n/generated/messages.js'

const Lines = styled('span')({ display: 'grid', fontVariantNumeric: 'tabular-nums' })

/** Amounts by currency, one below the other: they are never added up. */
export function MoneyLines({ amounts }: { amounts: readonly Money[] }) {
  if (amounts.length === 0) return m.common_none()
  return (
    <Lines>
      {amounts.map((money) => (
        <span key={money.currency}>{formatMoney(money)}</span>
      ))}
    </Lines>
  )
}
