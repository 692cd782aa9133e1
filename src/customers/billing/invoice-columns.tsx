import { styled } from '@mui/material/styles'
import type { InvoiceListItem } from '#/contract/invoices.ts'
import { InvoiceMarks, InvoiceState, Overdue, Payable } from '#/customers/billing/invoice-marks.tsx'
import { InvoiceButton } from '#/customers/billing/invoice-button.tsx'
import type { OpenInvoice } from '#/customers/billing/use-invoice-panel.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatMoney } from '#/shared/format/format-money.ts'
import { formatLocalDate } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { narrow } from '#/shared/theme/tokens.ts'
import type { Column } from '#/shared/table/column.ts'
import { NotSet } from '#/shared/ui/field-list.tsx'
import { Time } from '#/shared/ui/time.tsx'

const Lines = styled('span')({ display: 'grid', [narrow]: { justifyItems: 'end' } })

/** Columns of a customer's invoices. */
export const invoiceColumns = (onOpen: OpenInvoice): Column<InvoiceListItem>[] => [
  {
    key: 'number',
    header: m.billing_invoice_number(),
    sortKey: 'number',
    width: 150,
    isRowHeader: true,
    cell: (invoice) => <InvoiceButton id={invoice.id} number={invoice.number} onOpen={() => onOpen(invoice)} />,
  },
  {
    key: 'type',
    header: m.billing_invoice_type(),
    width: 100,
    priority: 2,
    cell: ({ type }) => codeLabel('invoiceType', type),
  },
  {
    key: 'issued',
    header: m.billing_invoice_issued(),
    sortKey: 'issuedAt',
    sortFirst: 'descending',
    width: 110,
    cell: ({ issuedAt }) => <Time at={issuedAt} never="" isInTable />,
  },
  {
    key: 'due',
    header: m.billing_invoice_due(),
    sortKey: 'dueAt',
    sortFirst: 'descending',
    width: 115,
    cell: ({ dueAt, overdue }) => (
      <Lines>
        {dueAt === null ? <NotSet text={m.billing_no_due_date()} /> : formatLocalDate(dueAt)}
        {overdue ? <Overdue /> : null}
      </Lines>
    ),
  },
  { key: 'state', header: m.billing_invoice_state(), width: 110, cell: InvoiceState },
  {
    key: 'sent',
    header: m.billing_invoice_sent(),
    width: 80,
    priority: 3,
    cell: ({ sent }) => (sent ? m.billing_sent() : m.billing_not_sent()),
  },
  {
    key: 'total',
    header: m.billing_invoice_total(),
    sortKey: 'total',
    sortFirst: 'descending',
    width: 125,
    priority: 2,
    align: 'end',
    cell: ({ total }) => formatMoney(total),
  },
  {
    key: 'outstanding',
    header: m.billing_invoice_outstanding(),
    sortKey: 'outstanding',
    sortFirst: 'descending',
    width: 125,
    align: 'end',
    cell: ({ outstanding }) => formatMoney(outstanding),
  },
  {
    key: 'payable',
    header: m.billing_invoice_payable(),
    width: 125,
    align: 'end',
    cell: (invoice) => <Payable invoice={invoice} />,
  },
  {
    key: 'marks',
    header: m.billing_invoice_marks(),
    width: 75,
    cell: (invoice) => <InvoiceMarks invoice={invoice} />,
  },
]
