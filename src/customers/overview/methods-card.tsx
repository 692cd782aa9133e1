import { styled } from '@mui/material/styles'
import type { BillingInfo } from '#/contract/billing-info.ts'
import type { SavedPayment } from '#/contract/saved-payments.ts'
import { CardRow, CardRows, Meta, Tag } from '#/customers/overview/card-rows.tsx'
import { LeavingLink } from '#/customers/overview/leaving-link.tsx'
import { CardItems, CardSentence, OverviewCard } from '#/customers/overview/overview-card.tsx'
import type { OverviewRead } from '#/customers/overview/use-overview.ts'
import { PaymentMark } from '#/customers/payments/payment-mark.tsx'
import { methodText } from '#/customers/payments/payment-text.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatExpiry, maskCardNumbers } from '#/shared/format/format-card.ts'
import { formatLocalDate, formatRelative } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'
import { savedPaymentTones } from '#/shared/ui/status-tones.ts'

const Automated = styled('section')({
  marginTop: 12,
  paddingTop: 12,
  borderTop: `1px solid ${color.hairline}`,
  '& > h4': { ...type.table, fontWeight: 400, color: color.secondary },
})

function Method({ payment }: { payment: SavedPayment }) {
  const { kind, status, isDefault, card, addedAt } = payment
  const expiry = card ? formatExpiry(card) : ''
  const name = methodText(payment)
  const kindName = maskCardNumbers(codeLabel('paymentKind', kind))
  return (
    <CardRow
      title={
        <>
          <span>
            <PaymentMark payment={payment} />
            <bdi>{name}</bdi>
          </span>
          {isDefault ? <Tag data-tone="accent">{m.record_payment_default()}</Tag> : null}
        </>
      }
      aside={<StatusBadge tone={savedPaymentTones[status]}>{codeLabel('savedPaymentStatus', status)}</StatusBadge>}
    >
      <Meta>
        <span>{kindName}</span>
        {expiry ? <span>{m.common_expires({ month: expiry })}</span> : null}
        {addedAt === null ? null : <span>{m.overview_method_added({ when: formatRelative(addedAt) })}</span>}
      </Meta>
    </CardRow>
  )
}

function automatedText(
  { enabled, savedPaymentId, notBefore }: BillingInfo['autoPay'],
  methods: readonly SavedPayment[],
) {
  if (!enabled) return m.overview_autopay_off()
  const method = methods.find(({ id }) => id === savedPaymentId)
  const withMethod = method ? m.overview_autopay_with({ method: methodText(method) }) : m.overview_autopay_gone()
  return [
    m.overview_autopay_on(),
    savedPaymentId === null ? '' : withMethod,
    notBefore === null ? '' : m.overview_autopay_not_before({ date: formatLocalDate(notBefore) }),
  ]
    .filter(Boolean)
    .join(', ')
}

/** Stands in the billing information, which this person may not see or which may have failed. */
function AutomatedPayment({ read, methods }: { read: OverviewRead; methods: readonly SavedPayment[] }) {
  const billing = read.cards?.billing
  return (
    <Automated aria-label={m.overview_autopay()}>
      <h4>{m.overview_autopay()}</h4>
      {billing?.state === 'ok' ? (
        <p>{automatedText(billing.value.autoPay, methods)}</p>
      ) : (
        <CardSentence>
          {billing?.state === 'forbidden' ? m.overview_autopay_forbidden() : m.overview_autopay_unknown()}
        </CardSentence>
      )}
    </Automated>
  )
}

/** Every payment method that is saved, the newest first, and whether one of them pays by itself. */
export function MethodsCard({ read, customerNumber }: { read: OverviewRead; customerNumber: string | undefined }) {
  return (
    <OverviewCard
      read={read}
      name="paymentMethod"
      title={m.overview_methods()}
      section="payments"
      all={m.overview_methods_all()}
      actions={
        <LeavingLink to="managePayments" customerNumber={customerNumber}>
          {m.overview_methods_manage()}
        </LeavingLink>
      }
    >
      {({ items }) => (
        <>
          <CardItems items={items} empty={m.overview_methods_empty()}>
            {(methods) => (
              <CardRows label={m.overview_methods()}>
                {methods.map((payment) => (
                  <Method key={payment.id} payment={payment} />
                ))}
              </CardRows>
            )}
          </CardItems>
          <AutomatedPayment read={read} methods={items} />
        </>
      )}
    </OverviewCard>
  )
}
