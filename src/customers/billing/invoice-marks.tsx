import { styled } from '@mui/material/styles'
import type { InvoiceListItem } from '#/contract/invoices.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatMoney } from '#/shared/format/format-money.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { NotSet } from '#/shared/ui/field-list.tsx'
import { StatusBadge, type Tone } from '#/shared/ui/status-badge.tsx'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'

const Mark = styled('span')({
  ...type.meta,
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  width: 20,
  height: 18,
  marginRight: 4,
  borderRadius: 4,
  border: `1px solid ${color.controlBorder}`,
  fontWeight: 600,
})

const Small = styled('small')({ ...type.meta, display: 'block', color: color.secondary })

const tones: Record<InvoiceListItem['state'], Tone> = {
  pending: 'caution',
  approved: 'positive',
  rejected: 'critical',
  rendering: 'info',
}

type Marked = Pick<InvoiceListItem, 'disputed' | 'onPaymentPlan'>

export const isOnPlan = ({ onPaymentPlan }: Marked) => onPaymentPlan.amountMinor !== 0
export const isDisputed = ({ disputed }: Marked) => disputed.amountMinor !== 0

/** P for an invoice in a payment plan, D for a disputed one; both can be. The letter is for the eye, words for the ear. */
export function InvoiceMarks({ invoice }: { invoice: Marked }) {
  const marks = [
    isOnPlan(invoice) ? (['P', m.billing_mark_plan()] as const) : undefined,
    isDisputed(invoice) ? (['D', m.billing_mark_disputed()] as const) : undefined,
  ].filter((mark) => mark !== undefined)
  return marks.map(([letter, words], index) => (
    <Mark key={letter} title={words}>
      <span aria-hidden="true">{letter}</span>
      <VisuallyHidden>
        {words}
        {index < marks.length - 1 ? ', ' : ''}
      </VisuallyHidden>
    </Mark>
  ))
}

export function InvoiceState({ state }: Pick<InvoiceListItem, 'state'>) {
  return <StatusBadge tone={tones[state]}>{codeLabel('invoiceState', state)}</StatusBadge>
}

/** Why nothing is payable of an invoice that is not approved. */
export const notPayableText = (state: InvoiceListItem['state']) =>
  state === 'rejected' ? m.billing_payable_never() : m.billing_payable_not_yet()

/** What is payable of an approved invoice. Below zero it is a credit, and is called one. */
export function Payable({ invoice }: { invoice: Pick<InvoiceListItem, 'state' | 'payable'> }) {
  if (invoice.state !== 'approved') return <NotSet text={notPayableText(invoice.state)} />
  return (
    <span>
      {formatMoney(invoice.payable)}
      {invoice.payable.amountMinor < 0 ? <Small>{m.billing_credit()}</Small> : null}
    </span>
  )
}

/** Overdue, in words; the day is over by the clock of UTC. */
export function Overdue() {
  return (
    <span title={m.billing_overdue_text()}>
      <StatusBadge tone="critical">{m.billing_overdue()}</StatusBadge>
    </span>
  )
}
