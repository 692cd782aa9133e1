import type { BillingInfo } from '#/contract/billing-info.ts'
import { EditLink } from '#/customers/overview/edit-link.tsx'
import { OverviewCard } from '#/customers/overview/overview-card.tsx'
import type { OverviewRead } from '#/customers/overview/use-overview.ts'
import { useWriteReason } from '#/customers/record/edit-reason.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatMoney } from '#/shared/format/format-money.ts'
import { formatLocalDate } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { Field, FieldList } from '#/shared/ui/field-list.tsx'

function cycleText(cycle: BillingInfo['cycle']): string {
  if (cycle === null) return ''
  if (cycle.kind === 'anniversary' || cycle.months === null) return m.overview_billing_anniversary()
  return m.overview_billing_months({ months: cycle.months })
}

function termsText({ termsDays, termsMethod }: BillingInfo): string {
  return [
    termsDays === null ? '' : m.overview_billing_days({ days: termsDays }),
    termsMethod === null ? '' : codeLabel('termsMethod', termsMethod),
  ]
    .filter(Boolean)
    .join(' ')
}

const periodText = ({ period }: BillingInfo) =>
  period ? m.overview_period({ from: formatLocalDate(period.from), to: formatLocalDate(period.to) }) : ''

/** When and how the customer is billed. */
export function BillingCard({ read }: { read: OverviewRead }) {
  const mayEdit = useWriteReason(read.customerId, 'billing:write', m.overview_invoice_forbidden()) === undefined
  return (
    <OverviewCard
      read={read}
      name="billing"
      title={m.overview_billing()}
      section="billing"
      all={m.record_section_billing()}
      actions={
        mayEdit ? <EditLink customerId={read.customerId} section="billing" label={m.overview_billing_edit()} /> : null
      }
    >
      {({ value }) => (
        <FieldList>
          <Field label={m.overview_billing_day()}>{value.billingDay}</Field>
          <Field label={m.overview_billing_cycle()}>{cycleText(value.cycle)}</Field>
          <Field label={m.overview_billing_period()}>{periodText(value)}</Field>
          <Field label={m.overview_billing_terms()}>{termsText(value)}</Field>
          <Field label={m.overview_billing_invoices_by()}>
            {value.invoiceMethod === null ? '' : codeLabel('invoiceMethod', value.invoiceMethod)}
          </Field>
          <Field label={m.overview_credit_limit()}>{formatMoney(value.creditLimit)}</Field>
          <Field label={m.overview_billing_currency()}>{value.currency}</Field>
          {value.chargesSuppressed ? (
            <Field label={m.overview_products()}>{m.overview_billing_suppressed()}</Field>
          ) : null}
        </FieldList>
      )}
    </OverviewCard>
  )
}
