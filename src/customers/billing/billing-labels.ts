import type { BillingInfo } from '#/contract/billing-info.ts'
import type { BillingField } from '#/customers/billing/billing-values.ts'
import { codeLabel, type CodeKind } from '#/shared/format/code-label.ts'
import { formatLocalDate } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'

const labels: Record<BillingField, () => string> = {
  billingDay: m.billing_field_billing_day,
  cycleKind: m.billing_field_cycle,
  cycleMonths: m.billing_field_cycle_months,
  termsDays: m.billing_field_terms_days,
  termsMethod: m.billing_field_terms_method,
  invoiceMethod: m.billing_field_invoice_method,
  creditLimit: m.billing_field_credit_limit,
  creditLimitCurrency: m.billing_field_credit_limit_currency,
  unbilledAlert: m.billing_field_unbilled_alert,
  unbilledAlertCurrency: m.billing_field_unbilled_alert_currency,
  lateFee: m.billing_field_late_fee,
  earlyDiscount: m.billing_field_early_discount,
  taxRate: m.billing_field_tax_rate,
  currency: m.billing_field_currency,
  costCentre: m.billing_field_cost_centre,
  autoPayEnabled: m.billing_field_auto_pay,
  autoPaySavedPaymentId: m.billing_field_auto_pay_method,
  autoPayNotBefore: m.billing_field_auto_pay_not_before,
}

// A draft may be older than the form.
export const billingFieldLabel = (field: BillingField): string =>
  Object.hasOwn(labels, field) ? labels[field]() : field

const coded: Partial<Record<BillingField, CodeKind>> = {
  cycleKind: 'billingCycle',
  termsMethod: 'termsMethod',
  invoiceMethod: 'invoiceMethod',
  lateFee: 'termSetting',
  earlyDiscount: 'termSetting',
}

/** A value of the form as people read it; empty when there is none. `nameOf` names a payment method by its id. */
export function billingValueText(field: BillingField, value: unknown, nameOf: (id: string) => string): string {
  if (typeof value === 'boolean') return value ? m.billing_auto_pay_on() : m.billing_auto_pay_off()
  const text = String(value)
  if (text === '') return ''
  const kind = coded[field]
  if (kind) return codeLabel(kind, text)
  if (field === 'autoPaySavedPaymentId') return nameOf(text)
  if (field === 'autoPayNotBefore') return formatLocalDate(text)
  return field === 'taxRate' ? m.billing_percent({ number: text }) : text
}

/** "Every 3 months", "Anniversary"; empty when none is set. */
export function cycleText(cycle: BillingInfo['cycle']): string {
  if (cycle === null) return ''
  return cycle.kind === 'months'
    ? m.billing_every_months({ count: cycle.months ?? 1 })
    : codeLabel('billingCycle', cycle.kind)
}

/** "Nov 1, 2026 – Nov 30, 2026"; empty when none runs. */
export const periodText = (period: BillingInfo['period']): string =>
  period === null ? '' : m.billing_period({ from: formatLocalDate(period.from), to: formatLocalDate(period.to) })
