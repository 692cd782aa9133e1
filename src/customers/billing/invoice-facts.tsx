import { styled } from '@mui/material/styles'
import { useId } from 'react'
import type { Money } from '#/contract/common.ts'
import type { Invoice, InvoiceListItem } from '#/contract/invoices.ts'
import { InvoiceState, isDisputed, isOnPlan, notPayableText, Overdue } from '#/customers/billing/invoice-marks.tsx'
import { maskCardNumbers } from '#/shared/format/format-card.ts'
import { formatMoney } from '#/shared/format/format-money.ts'
import { formatQuantity } from '#/shared/format/format-quantity.ts'
import { formatLocalDate } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { Field, FieldList } from '#/shared/ui/field-list.tsx'
import { PostalAddress } from '#/shared/ui/postal-address.tsx'
import { Time } from '#/shared/ui/time.tsx'

const Sums = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: '4px 16px',
  margin: 0,
  fontVariantNumeric: 'tabular-nums',
  '& dt': { color: color.secondary },
  '& dd': { margin: 0, textAlign: 'end' },
  '& small': { ...type.meta, display: 'block', color: color.secondary },
  '& > [data-total]': { fontWeight: 600, color: color.text, paddingTop: 4, borderTop: `1px solid ${color.hairline}` },
  '& > [data-total] small': { fontWeight: 400 },
})

const Why = styled('p')({ ...type.table, color: color.secondary })

const Part = styled('section')({
  '& > h4': { ...type.body, fontWeight: 600, marginBottom: 6 },
  '& > p': { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
})

const Lines = styled('ul')({
  ...type.table,
  listStyle: 'none',
  margin: 0,
  padding: 0,
  fontVariantNumeric: 'tabular-nums',
  '& > li': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '0 16px',
    padding: '6px 0',
    borderBottom: `1px solid ${color.hairline}`,
    overflowWrap: 'anywhere',
  },
  '& > li:last-child': { borderBottom: 0 },
  '& small': { ...type.meta, gridColumn: 1, color: color.secondary },
})

const less = ({ amountMinor, currency }: Money) => formatMoney({ amountMinor: -amountMinor, currency })

/** How what is payable comes about. Only an approved invoice is owed. */
function Amounts({ invoice }: { invoice: InvoiceListItem }) {
  const { state, total, outstanding, disputed, onPaymentPlan, payable, finalOutstanding } = invoice
  const isCredit = payable.amountMinor < 0
  return (
    <Sums aria-label={m.billing_amounts()}>
      <dt>{m.billing_invoice_total()}</dt>
      <dd>{formatMoney(total)}</dd>
      <dt>{m.billing_invoice_outstanding()}</dt>
      <dd>{formatMoney(outstanding)}</dd>
      {isDisputed(invoice) ? (
        <>
          <dt>{m.billing_less_disputed()}</dt>
          <dd>{less(disputed)}</dd>
        </>
      ) : null}
      {isOnPlan(invoice) ? (
        <>
          <dt>{m.billing_less_on_plan()}</dt>
          <dd>{less(onPaymentPlan)}</dd>
        </>
      ) : null}
      {state === 'approved' ? (
        <>
          <dt data-total="">
            {m.billing_invoice_payable()}
            <small>{isCredit ? m.billing_payable_credit() : m.billing_payable_text()}</small>
          </dt>
          <dd data-total="">
            {formatMoney(payable)}
            {isCredit ? <small>{m.billing_credit()}</small> : null}
          </dd>
          <dt>
            {m.billing_final_outstanding()}
            <small>{m.billing_final_outstanding_text()}</small>
          </dt>
          <dd>{formatMoney(finalOutstanding)}</dd>
        </>
      ) : null}
    </Sums>
  )
}

/** What an invoice says of itself, and what is owed of it. */
export function InvoiceFacts({ invoice }: { invoice: InvoiceListItem }) {
  const { state, sent, issuedAt, dueAt, overdue } = invoice
  return (
    <>
      <FieldList label={m.billing_invoice_facts()}>
        <Field label={m.billing_invoice_state()}>
          <InvoiceState state={state} />
        </Field>
        <Field label={m.billing_invoice_sent()}>{sent ? m.billing_sent() : m.billing_not_sent()}</Field>
        <Field label={m.billing_invoice_issued()}>
          <Time at={issuedAt} never="" />
        </Field>
        <Field label={m.billing_invoice_due()}>
          {dueAt === null ? null : (
            <>
              {formatLocalDate(dueAt)} {overdue ? <Overdue /> : null}
            </>
          )}
        </Field>
      </FieldList>
      <Amounts invoice={invoice} />
      {state === 'approved' ? null : <Why>{notPayableText(state)}</Why>}
    </>
  )
}

/** The lines of an invoice, whom it was sent to, and what was noted. */
export function InvoiceContent({ invoice: { lines, billingAddress, note } }: { invoice: Invoice }) {
  const id = useId()
  const seen = new Map<string, number>()
  return (
    <>
      <Part aria-labelledby={`${id}-lines`}>
        <h4 id={`${id}-lines`}>{m.billing_lines()}</h4>
        {lines.length === 0 ? (
          <Why>{m.billing_no_lines()}</Why>
        ) : (
          <Lines>
            {lines.map(({ description, quantity, unitPrice, total }) => {
              const times = (seen.get(description) ?? 0) + 1
              seen.set(description, times)
              return (
                <li key={`${description} ${times}`}>
                  <bdi>{maskCardNumbers(description)}</bdi>
                  <span>{formatMoney(total)}</span>
                  <small>
                    {m.billing_line_price({ quantity: formatQuantity(quantity), price: formatMoney(unitPrice) })}
                  </small>
                </li>
              )
            })}
          </Lines>
        )}
      </Part>
      <Part aria-labelledby={`${id}-address`}>
        <h4 id={`${id}-address`}>{m.billing_address()}</h4>
        {billingAddress ? <PostalAddress address={billingAddress} /> : <Why>{m.billing_no_address()}</Why>}
      </Part>
      {note ? (
        <Part aria-labelledby={`${id}-note`}>
          <h4 id={`${id}-note`}>{m.billing_note()}</h4>
          <p>{maskCardNumbers(note)}</p>
        </Part>
      ) : null}
    </>
  )
}
