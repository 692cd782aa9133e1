import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Actor } from '#/contract/common.ts'
import type { Customer } from '#/contract/customers.ts'
import { AccountGroup } from '#/customers/account/account-view.tsx'
import { LockField } from '#/customers/account/lock-field.tsx'
import { StatusField } from '#/customers/account/status-field.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatMoney } from '#/shared/format/format-money.ts'
import { zoneName } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { scopesQuery } from '#/shared/session/scopes.queries.ts'
import { color, type } from '#/shared/theme/color.ts'
import { Field, FieldList } from '#/shared/ui/field-list.tsx'
import { TierBadge } from '#/shared/ui/tier-badge.tsx'
import { Time } from '#/shared/ui/time.tsx'

const Lines = styled('span')({ display: 'grid', gap: 2, justifyItems: 'start' })
const Note = styled('p')({ ...type.meta, marginTop: 12, color: color.secondary })
const Quiet = styled('span')({ color: color.secondary })

const yesNo = (is: boolean) => (is ? m.common_yes() : m.common_no())

/** Scopes by name; one that the person does not see by its id. */
function Scopes({ ids }: { ids: readonly string[] }) {
  const { data: scopes } = useQuery(scopesQuery)
  const names = ids.map((id) => scopes?.find((scope) => scope.id === id)?.name ?? id)
  return <Field label={m.record_field_scopes()}>{names.join(', ')}</Field>
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

/** Who did it, and when. */
function Signed({ label, at, actor }: { label: string; at: string; actor: Actor }) {
  const who = actor.displayName ?? codeLabel('actorType', actor.type)
  return (
    <Field label={label}>
      <Time at={at} never="" /> <bdi>{m.account_by({ who })}</bdi>
    </Field>
  )
}

/** Something that only happens to those who sign in. */
function OfSignIn({ customer, label, children }: { customer: Customer; label: string; children: ReactNode }) {
  return (
    <Field label={label}>
      {customer.accountType === 'registered' ? children : <Quiet>{m.account_not_applicable()}</Quiet>}
    </Field>
  )
}

function State({ customer }: { customer: Customer }) {
  const { sourceSystem, externalId } = customer
  return (
    <AccountGroup title={m.record_group_details()}>
      <FieldList>
        <StatusField customer={customer} />
        <Field label={m.record_field_access()}>
          {customer.accessBlocked ? m.account_access_blocked_text() : m.record_access_open()}
        </Field>
        <LockField customer={customer} />
        <Field label={m.record_field_tier()}>
          <Lines>
            <TierBadge tier={customer.tier} />
            {customer.tier === 'vip' ? <Quiet>{m.account_vip_effect()}</Quiet> : null}
          </Lines>
        </Field>
        <Field label={m.record_field_recurring_buyer()}>{yesNo(customer.isRecurringBuyer)}</Field>
        <Field label={m.record_field_referral_code()} copy={customer.referralCode}>
          {customer.referralCode}
        </Field>
        <Scopes ids={customer.scopeIds} />
        <Field label={m.record_field_external_id()} copy={externalId}>
          {externalId === null ? null : [sourceSystem, externalId].filter(Boolean).join(' ')}
        </Field>
      </FieldList>
    </AccountGroup>
  )
}

/** What staff cannot edit here. */
export function AccountDetails({ customer }: { customer: Customer }) {
  return (
    <>
      <State customer={customer} />
      <AccountGroup title={m.record_group_activity()}>
        <FieldList>
          <Field label={m.record_field_registered()}>
            <Time at={customer.registeredAt} never="" />
          </Field>
          <Field label={m.record_field_source()}>
            {customer.registrationSource === null ? null : codeLabel('registrationSource', customer.registrationSource)}
          </Field>
          <OfSignIn customer={customer} label={m.record_field_last_login()}>
            <Time at={customer.lastLoginAt} />
          </OfSignIn>
          <Field label={m.record_field_last_activity()}>
            <Time at={customer.lastActivityAt} />
          </Field>
          <OfSignIn customer={customer} label={m.record_field_last_password_change()}>
            <Time at={customer.lastPasswordChangeAt} />
          </OfSignIn>
          <LastOrder order={customer.lastOrder} />
          <Signed label={m.account_created()} at={customer.createdAt} actor={customer.createdBy} />
          <Signed label={m.account_updated()} at={customer.updatedAt} actor={customer.updatedBy} />
        </FieldList>
        <Note>{m.record_times_in({ zone: zoneName() })}</Note>
      </AccountGroup>
    </>
  )
}
