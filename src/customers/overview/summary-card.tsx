import { styled } from '@mui/material/styles'
import type { Customer } from '#/contract/customers.ts'
import type { AccountSummary } from '#/contract/overview.ts'
import { StatusDetails } from '#/customers/account/status-details.tsx'
import { Meta } from '#/customers/overview/card-rows.tsx'
import { MoneyLines } from '#/customers/overview/money-lines.tsx'
import { OverviewCard } from '#/customers/overview/overview-card.tsx'
import type { OverviewRead } from '#/customers/overview/use-overview.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatList } from '#/shared/format/format-list.ts'
import { formatMoney } from '#/shared/format/format-money.ts'
import { formatQuantity } from '#/shared/format/format-quantity.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { Field, FieldList } from '#/shared/ui/field-list.tsx'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'
import { customerStatusTones } from '#/shared/ui/status-tones.ts'
import { Time } from '#/shared/ui/time.tsx'
import { RecordLink } from '#/workspace/record-link.tsx'

const Line = styled('span')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' })
const Overdue = styled('span')({ '&[data-any="true"]': { fontWeight: 600, color: color.critical } })

/** The status, why it is so, and the way to its history where it has one. */
function Status({ customer, change }: { customer: Customer; change: AccountSummary['lastStatusChange'] }) {
  const isReason = change !== null && change.to === customer.status && change.reason !== null
  return (
    <Field label={m.record_field_status()}>
      <Line>
        <StatusBadge tone={customerStatusTones[customer.status]}>
          {codeLabel('customerStatus', customer.status)}
        </StatusBadge>
        {isReason && change.reason ? <Meta>{codeLabel('statusReason', change.reason)}</Meta> : null}
        {change ? <StatusDetails customerId={customer.id} /> : null}
      </Line>
    </Field>
  )
}

/** How the customer stands: money by currency, status, what is open. */
export function SummaryCard({ read, customer }: { read: OverviewRead; customer: Customer | undefined }) {
  const { customerId } = read
  return (
    <OverviewCard
      read={read}
      name="summary"
      title={m.overview_summary()}
      section="billing"
      all={m.record_section_billing()}
    >
      {({ value }) => (
        <FieldList>
          {customer ? <Status customer={customer} change={value.lastStatusChange} /> : null}
          <Field label={m.overview_since()}>
            <Time at={value.since} never="" />
          </Field>
          <Field label={m.overview_balance()}>
            <MoneyLines amounts={value.balance} />
          </Field>
          <Field label={m.overview_overdue()}>
            <Overdue data-any={value.overdue.length > 0}>
              <MoneyLines amounts={value.overdue} />
            </Overdue>
          </Field>
          <Field label={m.overview_unbilled()}>
            <MoneyLines amounts={value.unbilled} />
          </Field>
          <Field label={m.overview_credit_limit()}>{formatMoney(value.creditLimit)}</Field>
          <Field label={m.overview_lifetime()}>
            <MoneyLines amounts={value.lifetimeValue} />
          </Field>
          <Field label={m.overview_groups()}>
            {value.groups.length > 0 ? (
              <RecordLink id={customerId} section="organizations">
                {formatList(value.groups)}
              </RecordLink>
            ) : null}
          </Field>
          <Field label={m.overview_open_orders()}>
            <RecordLink
              id={customerId}
              section="orders"
              aria-label={m.overview_open_orders_count({ count: formatQuantity(value.openOrders) })}
            >
              {formatQuantity(value.openOrders)}
            </RecordLink>
          </Field>
          <Field label={m.overview_open_cases()}>
            <RecordLink
              id={customerId}
              section="cases"
              aria-label={m.overview_open_cases_count({ count: formatQuantity(value.openCases) })}
            >
              {formatQuantity(value.openCases)}
            </RecordLink>
          </Field>
        </FieldList>
      )}
    </OverviewCard>
  )
}
