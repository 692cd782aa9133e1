import { styled } from '@mui/material/styles'
import { Link } from '@tanstack/react-router'
import type { SavedPayment } from '#/contract/saved-payments.ts'
import { PaymentMark } from '#/customers/payments/payment-mark.tsx'
import { holderText, methodText, usageText } from '#/customers/payments/payment-text.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatExpiry, lastValidDay, maskCardNumbers } from '#/shared/format/format-card.ts'
import { formatLocalDate } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { narrow } from '#/shared/theme/tokens.ts'
import type { Column } from '#/shared/table/column.ts'
import { NotSet } from '#/shared/ui/field-list.tsx'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'
import { savedPaymentTones } from '#/shared/ui/status-tones.ts'
import { Time } from '#/shared/ui/time.tsx'

const Tag = styled('small')({
  ...type.meta,
  padding: '0 6px',
  borderRadius: 4,
  color: color.accent,
  backgroundColor: color.accentSoft,
  fontWeight: 500,
})

const Note = styled('small')({ ...type.meta, display: 'block', color: color.secondary })
/** At the right end of a card, like what is in one line. */
const Lines = styled('span')({ display: 'inline-block', [narrow]: { textAlign: 'end' } })
const Uses = styled('span')({ display: 'grid' })

/** When a card ends, with the day and its zone where that matters now; wallets and accounts have no end. */
function Expiry({ card, status }: SavedPayment) {
  if (!card) return m.payments_no_expiry()
  const month = formatExpiry(card)
  if (!month) return <NotSet />
  const day = lastValidDay(card)
  return (
    <Lines>
      {month}
      {day && status === 'expiringSoon' ? <Note>{m.payments_valid_through({ day: formatLocalDate(day) })}</Note> : null}
      {day && status === 'expired' ? <Note>{m.payments_was_valid_through({ day: formatLocalDate(day) })}</Note> : null}
    </Lines>
  )
}

function UsedBy({ usedBy }: SavedPayment) {
  if (usedBy.length === 0) return <NotSet />
  return (
    <Uses>
      {usedBy.map((use) => (
        <span key={`${use.type} ${use.id}`}>
          {use.type === 'openOrder' ? (
            <Link to="/orders/$orderId" params={{ orderId: use.id }}>
              {usageText(use)}
            </Link>
          ) : (
            usageText(use)
          )}
        </span>
      ))}
    </Uses>
  )
}

/** Columns of a customer's saved payments. */
export const paymentColumns: Column<SavedPayment>[] = [
  {
    key: 'method',
    header: m.record_payment_method(),
    width: 245,
    isRowHeader: true,
    cell: (payment) => (
      <span>
        <PaymentMark payment={payment} />
        {methodText(payment)} {payment.isDefault ? <Tag>{m.record_payment_default()}</Tag> : null}
      </span>
    ),
  },
  {
    key: 'kind',
    header: m.record_payment_kind(),
    width: 110,
    cell: ({ kind }) => maskCardNumbers(codeLabel('paymentKind', kind)),
  },
  {
    key: 'holder',
    header: m.record_payment_holder(),
    width: 115,
    cell: (payment) => {
      const holder = holderText(payment)
      return holder ? <bdi>{holder}</bdi> : <NotSet />
    },
  },
  { key: 'expiry', header: m.record_payment_expiry(), width: 165, cell: (payment) => <Expiry {...payment} /> },
  {
    key: 'status',
    header: m.record_payment_status(),
    width: 125,
    cell: ({ status }) => (
      <StatusBadge tone={savedPaymentTones[status]}>{codeLabel('savedPaymentStatus', status)}</StatusBadge>
    ),
  },
  {
    key: 'provider',
    header: m.record_payment_provider(),
    width: 95,
    priority: 2,
    cell: ({ provider }) => maskCardNumbers(provider),
  },
  {
    key: 'added',
    header: m.record_payment_added(),
    sortKey: 'addedAt',
    sortFirst: 'descending',
    width: 110,
    priority: 2,
    cell: ({ addedAt }) => <Time at={addedAt} never="" isInTable />,
  },
  {
    key: 'usedBy',
    header: m.record_payment_used_by(),
    width: 195,
    priority: 3,
    cell: (payment) => <UsedBy {...payment} />,
  },
]
