import { styled } from '@mui/material/styles'
import { useWatch } from 'react-hook-form'
import type { BillingInfo } from '#/contract/billing-info.ts'
import type { BillingControl } from '#/customers/billing/billing-editable.ts'
import { BillingNote } from '#/customers/billing/billing-note.tsx'
import { formatList } from '#/shared/format/format-list.ts'
import { formatMoney } from '#/shared/format/format-money.ts'
import { formatLocalDate } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'

const Notes = styled('output')({ display: 'grid', gap: 8, gridColumn: '1 / -1' })

/** Amounts of several currencies, each by itself. */
export const overdueText = ({ chargeableNow }: Pick<BillingInfo, 'chargeableNow'>): string =>
  formatList(chargeableNow.map((money) => formatMoney(money)))

/** What comes of switching it on, from `notBefore` on. */
function consequenceOf(info: BillingInfo, notBefore: string): { text: string; isWarning: boolean } {
  const amount = overdueText(info)
  const isLater = notBefore > new Date().toISOString().slice(0, 10)
  const day = isLater ? formatLocalDate(notBefore) : ''
  if (amount === '') {
    return { text: isLater ? m.billing_charges_later({ day }) : m.billing_charges_when_due(), isWarning: false }
  }
  return {
    text: isLater ? m.billing_charges_overdue_later({ day, amount }) : m.billing_charges_overdue({ amount }),
    isWarning: true,
  }
}

interface Props {
  control: BillingControl
  /** The version that is edited. */
  info: BillingInfo
}

/** Said before it is saved: what switching automated payment on or off does. */
export function AutoPayConsequence({ control, info }: Props) {
  const [isOn, notBefore] = useWatch({ control, name: ['autoPayEnabled', 'autoPayNotBefore'] })
  const wasOn = info.autoPay.enabled
  const consequence = isOn && !wasOn ? consequenceOf(info, notBefore) : undefined
  return (
    <Notes>
      {consequence ? <BillingNote isWarning={consequence.isWarning}>{consequence.text}</BillingNote> : null}
      {wasOn && !isOn ? <BillingNote>{m.billing_charges_no_more()}</BillingNote> : null}
      {isOn && info.chargesSuppressed ? <BillingNote isWarning>{m.billing_vip_warning()}</BillingNote> : null}
    </Notes>
  )
}
