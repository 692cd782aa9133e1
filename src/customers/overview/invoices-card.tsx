import { styled } from '@mui/material/styles'
import { Link } from '@tanstack/react-router'
import type { InvoiceListItem } from '#/contract/invoices.ts'
import { invoicePlace } from '#/customers/billing/invoice-link.ts'
import { CardRow, CardRows, Meta, Tag } from '#/customers/overview/card-rows.tsx'
import { CardItems, OverviewCard } from '#/customers/overview/overview-card.tsx'
import type { OverviewRead } from '#/customers/overview/use-overview.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatMoney } from '#/shared/format/format-money.ts'
import { formatDay, formatLocalDate } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'

const Marks = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 6, paddingTop: 2 })

/** What is to be paid of it now; below zero the customer has it good. */
function payableText({ payable }: InvoiceListItem): string {
  const { amountMinor, currency } = payable
  if (amountMinor === 0) return m.overview_invoice_settled()
  if (amountMinor > 0) return m.overview_invoice_payable({ amount: formatMoney(payable) })
  return m.overview_invoice_credit({ amount: formatMoney({ amountMinor: -amountMinor, currency }) })
}

function InvoiceRow({ customerId, invoice }: { customerId: string; invoice: InvoiceListItem }) {
  const { id, number, type, issuedAt, dueAt, total, disputed, onPaymentPlan, overdue } = invoice
  const isDisputed = disputed.amountMinor !== 0
  const isOnPlan = onPaymentPlan.amountMinor !== 0
  return (
    <CardRow
      title={
        <>
          <Link {...invoicePlace(customerId, id)}>{number}</Link>
          {type === 'invoice' ? null : <Tag>{codeLabel('invoiceType', type)}</Tag>}
          {overdue ? <Tag data-tone="critical">{m.overview_invoice_overdue()}</Tag> : null}
        </>
      }
      aside={
        <>
          <span>{formatMoney(total)}</span>
          <Meta>{payableText(invoice)}</Meta>
        </>
      }
    >
      <Meta>
        <span>{m.overview_invoice_issued({ date: formatDay(issuedAt) })}</span>
        {dueAt === null ? null : <span>{m.overview_invoice_due({ date: formatLocalDate(dueAt) })}</span>}
      </Meta>
      {isDisputed || isOnPlan ? (
        <Marks>
          {isOnPlan ? (
            <Tag data-tone="accent">
              <b>P</b> {m.overview_invoice_plan({ amount: formatMoney(onPaymentPlan) })}
            </Tag>
          ) : null}
          {isDisputed ? (
            <Tag data-tone="caution">
              <b>D</b> {m.overview_invoice_disputed({ amount: formatMoney(disputed) })}
            </Tag>
          ) : null}
        </Marks>
      ) : null}
    </CardRow>
  )
}

/** The invoices that were approved last, with what of them is on a plan (P) or disputed (D). */
export function InvoicesCard({ read }: { read: OverviewRead }) {
  return (
    <OverviewCard
      read={read}
      name="invoices"
      title={m.overview_invoices()}
      section="billing"
      all={m.overview_invoices_all()}
    >
      {({ items }) => (
        <CardItems items={items} empty={m.overview_invoices_empty()}>
          {(invoices) => (
            <CardRows label={m.overview_invoices()}>
              {invoices.map((invoice) => (
                <InvoiceRow key={invoice.id} customerId={read.customerId} invoice={invoice} />
              ))}
            </CardRows>
          )}
        </CardItems>
      )}
    </OverviewCard>
  )
}
