import { styled } from '@mui/material/styles'
import { customerName } from '#/contract/customer-name.ts'
import type { Customer } from '#/contract/customers.ts'
import { usePersonalDetail } from '#/customers/account/account-view.tsx'
import { EditLink } from '#/customers/overview/edit-link.tsx'
import { CardContent, CardSentence, StaleMark } from '#/customers/overview/overview-card.tsx'
import { PinField } from '#/customers/overview/pin-field.tsx'
import type { OverviewRead } from '#/customers/overview/use-overview.ts'
import { EmailLink, PhoneLink } from '#/customers/record/contact-links.tsx'
import { useEditReason } from '#/customers/record/edit-reason.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { Field, FieldList } from '#/shared/ui/field-list.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { PostalAddress } from '#/shared/ui/postal-address.tsx'
import { SectionCard } from '#/shared/ui/section-card.tsx'
import { FieldsSkeleton } from '#/shared/ui/skeletons.tsx'
import { TierBadge } from '#/shared/ui/tier-badge.tsx'
import { Time } from '#/shared/ui/time.tsx'
import { RecordLink } from '#/workspace/record-link.tsx'

const Vip = styled('p')({
  ...type.table,
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  marginBottom: 12,
  padding: '6px 10px',
  borderRadius: 4,
  color: color.caution,
  backgroundColor: color.cautionSoft,
})

const Address = styled('section')({
  marginTop: 12,
  paddingTop: 12,
  borderTop: `1px solid ${color.hairline}`,
  '& > header': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, marginBottom: 2 },
  '& > header > h4': { ...type.table, fontWeight: 400, color: color.secondary },
  '& > header > a': { marginLeft: 'auto' },
})

const AllLink = styled(RecordLink)({ ...type.table, color: color.accent, '&:not(:hover)': { textDecoration: 'none' } })

function Details({ customer }: { customer: Customer }) {
  const personalDetail = usePersonalDetail()
  const { email, phone, phoneExt, mobile, workPhone, workPhoneExt, registrationSource } = customer
  return (
    <FieldList>
      <Field label={m.overview_name()}>
        <bdi>{customerName(customer)}</bdi>
      </Field>
      <Field label={m.record_field_tier()}>
        <TierBadge tier={customer.tier} />
      </Field>
      <Field label={m.record_field_email()} copy={email}>
        {email === null ? null : <EmailLink email={email} />}
      </Field>
      <Field label={m.record_field_phone()} copy={phone}>
        {phone === null ? null : <PhoneLink number={phone} extension={phoneExt} />}
      </Field>
      {mobile === null ? null : (
        <Field label={m.record_field_mobile()} copy={mobile}>
          <PhoneLink number={mobile} />
        </Field>
      )}
      {workPhone === null ? null : (
        <Field label={m.record_field_work_phone()} copy={workPhone}>
          <PhoneLink number={workPhone} extension={workPhoneExt} />
        </Field>
      )}
      <Field label={m.record_field_registered()}>
        <Time at={customer.registeredAt} never="" />
      </Field>
      <Field label={m.record_field_source()}>
        {registrationSource === null ? null : codeLabel('registrationSource', registrationSource)}
      </Field>
      <Field label={m.overview_refer()} copy={customer.referralCode}>
        {customer.referralCode}
      </Field>
      {personalDetail === 'displayName' ? (
        <Field label={m.record_field_display_name()}>
          {customer.displayName === null ? null : <bdi>{customer.displayName}</bdi>}
        </Field>
      ) : null}
      {personalDetail === 'pin' ? <PinField customer={customer} /> : null}
    </FieldList>
  )
}

function PreferredAddress({ read, mayEdit }: { read: OverviewRead; mayEdit: boolean }) {
  const title = m.overview_address()
  const card = read.cards?.address
  const addressId = card && 'value' in card ? card.value?.id : undefined
  return (
    <Address aria-label={title}>
      <header>
        <h4>{title}</h4>
        <StaleMark read={read} name="address" title={title} />
        {mayEdit ? (
          <EditLink
            customerId={read.customerId}
            section="addresses"
            itemId={addressId}
            label={addressId === undefined ? m.overview_address_edit() : m.overview_address_edit_billing()}
          />
        ) : (
          <AllLink id={read.customerId} section="addresses">
            {m.overview_all_addresses()}
          </AllLink>
        )}
      </header>
      <CardContent read={read} name="address" title={title}>
        {({ value }) =>
          value ? <PostalAddress address={value} /> : <CardSentence>{m.overview_address_none()}</CardSentence>
        }
      </CardContent>
    </Address>
  )
}

/** Who the customer is and how to reach them, with the address that invoices go to right below. */
export function PersonalCard({ read, customer }: { read: OverviewRead; customer: Customer | undefined }) {
  const mayEdit = useEditReason(read.customerId) === undefined
  return (
    <SectionCard
      level={3}
      title={m.overview_personal()}
      actions={
        <>
          {mayEdit ? (
            <EditLink customerId={read.customerId} section="account" label={m.overview_personal_edit()} />
          ) : null}
          <AllLink id={read.customerId} section="account">
            {m.overview_all_account()}
          </AllLink>
        </>
      }
    >
      {customer?.tier === 'vip' ? (
        <Vip>
          <Icon name="star" size={14} filled />
          {m.overview_vip()}
        </Vip>
      ) : null}
      {customer ? <Details customer={customer} /> : <FieldsSkeleton fields={6} />}
      <PreferredAddress read={read} mayEdit={mayEdit} />
    </SectionCard>
  )
}
