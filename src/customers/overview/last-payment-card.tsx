import type { Payment } from '#/contract/payments.ts'
import { PaymentStatus } from '#/customers/billing/payment-status.tsx'
import { CardSentence, OverviewCard } from '#/customers/overview/overview-card.tsx'
import type { OverviewRead } from '#/customers/overview/use-overview.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { maskCardNumbers } from '#/shared/format/format-card.ts'
import { formatMoney } from '#/shared/format/format-money.ts'
import { formatLocalDate } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { Field, FieldList } from '#/shared/ui/field-list.tsx'

function PaymentFacts({ payment }: { payment: Payment }) {
  const { amount, paidOn, processedOn, kind, status, reference } = payment
  return (
    <FieldList>
      <Field label={m.overview_payment_amount()}>{formatMoney(amount)}</Field>
      <Field label={m.overview_payment_status()}>
        <PaymentStatus status={status} />
      </Field>
      <Field label={m.overview_payment_paid()}>{formatLocalDate(paidOn)}</Field>
      <Field label={m.overview_payment_processed()}>
        {processedOn === null ? m.overview_payment_not_processed() : formatLocalDate(processedOn)}
      </Field>
      <Field label={m.overview_payment_kind()}>{maskCardNumbers(codeLabel('paymentKind', kind))}</Field>
      {reference === null ? null : (
        <Field label={m.overview_payment_reference()}>
          <bdi>{maskCardNumbers(reference)}</bdi>
        </Field>
      )}
    </FieldList>
  )
}

/** The payment made last, with the day it was paid and the day it reached the ledger. */
export function LastPaymentCard({ read }: { read: OverviewRead }) {
  return (
    <OverviewCard
      read={read}
      name="lastPayment"
      title={m.overview_last_payment()}
      section="billing"
      all={m.overview_last_payment_all()}
    >
      {({ value }) =>
        value ? <PaymentFacts payment={value} /> : <CardSentence>{m.overview_last_payment_empty()}</CardSentence>
      }
    </OverviewCard>
  )
}
