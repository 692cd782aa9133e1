import { invoiceStates, invoiceTypes } from '#/contract/invoices.ts'
import { paymentStatuses } from '#/contract/payments.ts'
import { isFiltered, type InvoiceView, type PaymentView } from '#/customers/billing/billing-lists-view.ts'
import { ClearButton } from '#/customers/record/clear-button.tsx'
import { ChoiceFilter } from '#/shared/filter/choice-filter.tsx'
import { DateRangeFilter } from '#/shared/filter/date-range-filter.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'

const stateOptions = invoiceStates.map((value) => ({ value, label: codeLabel('invoiceState', value) }))
const typeOptions = invoiceTypes.map((value) => ({ value, label: codeLabel('invoiceType', value) }))
const statusOptions = paymentStatuses.map((value) => ({ value, label: codeLabel('ledgerPaymentStatus', value) }))
const overdueOptions = [{ value: 'overdue' as const, label: m.billing_overdue_only() }]

interface Props<View> {
  view: View
  onChange: (view: View) => void
  onClear: () => void
}

/** Filters of invoices; each applies at once. */
export function InvoiceFilters({ view, onChange, onClear }: Props<InvoiceView>) {
  return (
    <>
      <ChoiceFilter
        label={m.billing_invoice_state()}
        options={stateOptions}
        chosen={view.state}
        onChange={(state) => onChange({ ...view, state })}
      />
      <ChoiceFilter
        label={m.billing_invoice_type()}
        options={typeOptions}
        chosen={view.type}
        onChange={(chosen) => onChange({ ...view, type: chosen })}
      />
      <ChoiceFilter
        label={m.billing_filter_overdue()}
        options={overdueOptions}
        chosen={view.isOverdue ? ['overdue'] : []}
        onChange={(chosen) => onChange({ ...view, isOverdue: chosen.length > 0 })}
      />
      <DateRangeFilter
        label={m.billing_invoice_issued()}
        from={view.from}
        to={view.to}
        onChange={(range) => onChange({ ...view, ...range })}
      />
      {isFiltered(view) ? (
        <ClearButton size="small" onClick={onClear}>
          {m.billing_clear_filters()}
        </ClearButton>
      ) : null}
    </>
  )
}

/** Filters of payments; each applies at once. */
export function PaymentFilters({ view, onChange, onClear }: Props<PaymentView>) {
  return (
    <>
      <ChoiceFilter
        label={m.billing_payment_status()}
        options={statusOptions}
        chosen={view.status}
        onChange={(status) => onChange({ ...view, status })}
      />
      <DateRangeFilter
        label={m.billing_payment_paid()}
        from={view.from}
        to={view.to}
        onChange={(range) => onChange({ ...view, ...range })}
      />
      {isFiltered(view) ? (
        <ClearButton size="small" onClick={onClear}>
          {m.billing_clear_filters()}
        </ClearButton>
      ) : null}
    </>
  )
}
