import { styled } from '@mui/material/styles'
import type { Payment } from '#/contract/payments.ts'
import { PaymentStatus } from '#/customers/billing/payment-status.tsx'
import { InvoiceButton } from '#/customers/billing/invoice-button.tsx'
import type { OpenInvoice } from '#/customers/billing/use-invoice-panel.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { maskCardNumbers } from '#/shared/format/format-card.ts'
import { formatMoney } from '#/shared/format/format-money.ts'
import { formatLocalDate } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { narrow } from '#/shared/theme/tokens.ts'
import type { Column } from '#/shared/table/column.ts'
import { NotSet } from '#/shared/ui/field-list.tsx'

const Quiet = styled('span')({ color: color.secondary })
const Lines = styled('span')({
  display: 'grid',
  fontVariantNumeric: 'tabular-nums',
  '& small': { ...type.table, color: color.secondary },
  [narrow]: { justifyItems: 'end', textAlign: 'end' },
})

function Allocations({ allocations, onOpen }: Pick<Payment, 'allocations'> & { onOpen: OpenInvoice }) {
  if (allocations.length === 0) return <NotSet text={m.billing_not_allocated()} />
  return (
    <Lines>
      {allocations.map(({ invoiceId, invoiceNumber, amount }) => (
        <span key={invoiceId}>
          {invoiceNumber === null ? (
            m.billing_invoice_gone()
          ) : (
            <InvoiceButton
              id={invoiceId}
              number={invoiceNumber}
              onOpen={() => onOpen({ id: invoiceId, number: invoiceNumber })}
            />
          )}{' '}
          <small>{formatMoney(amount)}</small>
        </span>
      ))}
    </Lines>
  )
}

/** Columns of a customer's payments. */
export const paymentColumns = (onOpen: OpenInvoice): Column<Payment>[] => [
  {
    key: 'kind',
    header: m.billing_payment_kind(),
    width: 150,
    isRowHeader: true,
    cell: ({ kind }) => maskCardNumbers(codeLabel('paymentKind', kind)),
  },
  {
    key: 'amount',
    header: m.billing_payment_amount(),
    sortKey: 'amount',
    sortFirst: 'descending',
    width: 130,
    align: 'end',
    cell: ({ amount }) => formatMoney(amount),
  },
  {
    key: 'paid',
    header: m.billing_payment_paid(),
    sortKey: 'paidOn',
    sortFirst: 'descending',
    width: 120,
    cell: ({ paidOn }) => <time dateTime={paidOn}>{formatLocalDate(paidOn)}</time>,
  },
  {
    key: 'processed',
    header: m.billing_payment_processed(),
    sortKey: 'processedOn',
    sortFirst: 'descending',
    width: 140,
    cell: ({ processedOn }) =>
      processedOn === null ? (
        <Quiet>{m.billing_not_processed()}</Quiet>
      ) : (
        <time dateTime={processedOn}>{formatLocalDate(processedOn)}</time>
      ),
  },
  {
    key: 'status',
    header: m.billing_payment_status(),
    width: 110,
    cell: ({ status }) => <PaymentStatus status={status} />,
  },
  {
    key: 'reference',
    header: m.billing_payment_reference(),
    width: 130,
    priority: 2,
    cell: ({ reference }) => (reference ? <bdi>{maskCardNumbers(reference)}</bdi> : <NotSet />),
  },
  {
    key: 'allocations',
    header: m.billing_payment_allocations(),
    width: 220,
    cell: ({ allocations }) => <Allocations allocations={allocations} onOpen={onOpen} />,
  },
]
