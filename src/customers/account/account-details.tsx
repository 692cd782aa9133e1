import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Customer } from '#/contract/customers.ts'
import { AccountGroup } from '#/customers/account/account-view.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatMoney } from '#/shared/format/format-money.ts'
import { zoneName } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { configQuery } from '#/shared/session/config.queries.ts'
import { scopesQuery } from '#/shared/session/scopes.queries.ts'
import { color, type } from '#/shared/theme/color.ts'
import { Field, FieldList } from '#/shared/ui/field-list.tsx'
import { StatusBadge } from '#/shared/ui/status-badge.tsx'
import { customerStatusTones } from '#/shared/ui/status-tones.ts'
import { Time } from '#/shared/ui/time.tsx'

const Lines = styled('span')({ display: 'grid', gap: 2 })
const Note = styled('p')({ ...type.meta, marginTop: 12, color: color.secondary })

const yesNo = (is: boolean) => (is ? m.common_yes() : m.common_no())

/** Display name or PIN, as the installation is set up; the PIN itself is never here. */
function PersonalDetail({ customer }: { customer: Customer }) {
  const { data: kind } = useQuery({ ...configQuery, select: (config) => config.personalDetail })
  if (kind === 'displayName') {
    return (
      <Field label={m.record_field_display_name()}>
        {customer.displayName === null ? null : <bdi>{customer.displayName}</bdi>}
      </Field>
    )
  }
  if (kind !== 'pin') return null
  return (
    <Field label={m.record_field_pin()}>
      {customer.hasPin ? <span aria-label={m.record_pin_set()}>••••</span> : null}
    </Field>
  )
}

/** Scopes by name; one that the person does not see by its id. */
function Scopes({ ids }: { ids: readonly string[] }) {
  const { data: scopes } = useQuery(scopesQuery)
  const names = ids.map((id) => scopes?.find((scope) => scope.id === id)?.name ?? id)
  return <Field label={m.record_field_scopes()}>{names.join(', ')}</Field>
}

function Consents({ consents }: { consents: Customer['marketingConsents'] }) {
  return (
    <Field label={m.record_field_consents()}>
      {consents.length === 0 ? null : (
        <Lines>
          {consents.map(({ channel, granted, at }) => {
            const name = { channel: codeLabel('consentChannel', channel) }
            return (
              <span key={channel}>
                {granted ? m.record_consent_granted(name) : m.record_consent_refused(name)}{' '}
                {at === null ? null : <Time at={at} />}
              </span>
            )
          })}
        </Lines>
      )}
    </Field>
  )
}

function LastOrder({ order }: { order: Customer['lastOrder'] }) {
  return (
    <Field label={m.record_field_last_order()}>
      {order === null ? (
        m.common_never()
      ) : (
        <Lines>
          <Link to="/orders/$orderId" params={{ orderId: order.id }}>
            {m.record_last_order_number({ number: order.number })}
          </Link>
          <span>
            <Time at={order.at} /> · {codeLabel('orderStatus', order.status)} ·{' '}
            {m.record_last_order_items({ count: order.itemCount })}{' '}
            {order.total === null ? null : `· ${formatMoney(order.total)}`}
          </span>
        </Lines>
      )}
    </Field>
  )
}

/** What staff cannot edit here. */
export function AccountDetails({ customer }: { customer: Customer }) {
  const { sourceSystem, externalId } = customer
  return (
    <>
      <AccountGroup title={m.record_group_details()}>
        <FieldList>
          <Field label={m.record_field_status()}>
            <StatusBadge tone={customerStatusTones[customer.status]}>
              {codeLabel('customerStatus', customer.status)}
            </StatusBadge>
          </Field>
          <Field label={m.record_field_access()}>
            {customer.accessBlocked ? m.record_access_blocked() : m.record_access_open()}
          </Field>
          <PersonalDetail customer={customer} />
          <Field label={m.record_field_recurring_buyer()}>{yesNo(customer.isRecurringBuyer)}</Field>
          <Field label={m.record_field_referral_code()} copy={customer.referralCode}>
            {customer.referralCode}
          </Field>
          <Scopes ids={customer.scopeIds} />
          <Consents consents={customer.marketingConsents} />
          <Field label={m.record_field_processing()}>
            {customer.processingBlocked ? m.record_processing_blocked() : m.record_processing_allowed()}
          </Field>
          <Field label={m.record_field_external_id()} copy={externalId}>
            {externalId === null ? null : [sourceSystem, externalId].filter(Boolean).join(' ')}
          </Field>
        </FieldList>
      </AccountGroup>
      <AccountGroup title={m.record_group_activity()}>
        <FieldList>
          <Field label={m.record_field_registered()}>
            <Time at={customer.registeredAt} never="" />
          </Field>
          <Field label={m.record_field_source()}>{customer.registrationSource}</Field>
          <Field label={m.record_field_last_login()}>
            <Time at={customer.lastLoginAt} />
          </Field>
          <Field label={m.record_field_last_activity()}>
            <Time at={customer.lastActivityAt} />
          </Field>
          <Field label={m.record_field_last_password_change()}>
            <Time at={customer.lastPasswordChangeAt} />
          </Field>
          <LastOrder order={customer.lastOrder} />
        </FieldList>
        <Note>{m.record_times_in({ zone: zoneName() })}</Note>
      </AccountGroup>
    </>
  )
}
