import type { BillingInfo } from '#/contract/billing-info.ts'
import { overdueText } from '#/customers/billing/auto-pay-consequence.tsx'
import { BillingGroup } from '#/customers/billing/billing-group.tsx'
import { billingFieldLabel as label, cycleText, periodText } from '#/customers/billing/billing-labels.ts'
import { BillingNote } from '#/customers/billing/billing-note.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatMoney } from '#/shared/format/format-money.ts'
import { formatLocalDate } from '#/shared/format/format-time.ts'
import { formatDigits } from '#/shared/format/parse-number.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { Field, FieldList } from '#/shared/ui/field-list.tsx'

const code = (kind: 'termsMethod' | 'invoiceMethod', value: string | null) =>
  value === null ? null : codeLabel(kind, value)

interface Props {
  info: BillingInfo
  /** Names a payment method by its id. */
  nameOf: (savedPaymentId: string) => string
}

/** Billing terms and automated payment, to read; in the order and places of the form. */
export function BillingView({ info, nameOf }: Props) {
  const { autoPay, taxRate, termsDays } = info
  return (
    <>
      <BillingGroup title={m.billing_group_cycle()}>
        <FieldList>
          <Field label={label('billingDay')}>{info.billingDay}</Field>
          <Field label={label('cycleKind')}>{cycleText(info.cycle)}</Field>
          <Field label={m.billing_field_period()}>{periodText(info.period)}</Field>
        </FieldList>
      </BillingGroup>
      <BillingGroup title={m.billing_group_terms()}>
        <FieldList>
          <Field label={label('termsDays')}>{termsDays === null ? null : m.billing_days({ count: termsDays })}</Field>
          <Field label={label('termsMethod')}>{code('termsMethod', info.termsMethod)}</Field>
          <Field label={label('invoiceMethod')}>{code('invoiceMethod', info.invoiceMethod)}</Field>
          <Field label={label('costCentre')}>{info.costCentre ? <bdi>{info.costCentre}</bdi> : null}</Field>
          <Field label={label('creditLimit')}>{formatMoney(info.creditLimit)}</Field>
          <Field label={label('unbilledAlert')}>{formatMoney(info.unbilledAlert)}</Field>
          <Field label={label('lateFee')}>{codeLabel('termSetting', info.lateFee)}</Field>
          <Field label={label('earlyDiscount')}>{codeLabel('termSetting', info.earlyDiscount)}</Field>
          <Field label={label('taxRate')}>
            {taxRate === null ? null : m.billing_percent({ number: formatDigits(String(taxRate)) })}
          </Field>
          <Field label={label('currency')}>{info.currency}</Field>
        </FieldList>
      </BillingGroup>
      <BillingGroup title={m.billing_group_auto_pay()}>
        <FieldList>
          <Field label={label('autoPayEnabled')}>
            {autoPay.enabled ? m.billing_auto_pay_on() : m.billing_auto_pay_off()}
          </Field>
          <Field label={m.billing_field_overdue()}>{overdueText(info) || m.billing_nothing_overdue()}</Field>
          <Field label={label('autoPaySavedPaymentId')}>
            {autoPay.savedPaymentId === null ? null : nameOf(autoPay.savedPaymentId)}
          </Field>
          <Field label={label('autoPayNotBefore')}>
            {autoPay.notBefore === null ? null : formatLocalDate(autoPay.notBefore)}
          </Field>
        </FieldList>
        {info.chargesSuppressed ? (
          <div style={{ marginTop: 8 }}>
            <BillingNote>{m.billing_vip()}</BillingNote>
          </div>
        ) : null}
      </BillingGroup>
    </>
  )
}
