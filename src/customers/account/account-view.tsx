import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { useId, type ReactNode } from 'react'
import type { Customer } from '#/contract/customers.ts'
import { consentText, fieldLabel, fieldText } from '#/customers/account/account-labels.ts'
import type { TextFieldName } from '#/customers/account/account-values.ts'
import { EmailLink, PhoneLink } from '#/customers/record/contact-links.tsx'
import { phoneText } from '#/shared/format/phone-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { configQuery } from '#/shared/session/config.queries.ts'
import { color, type } from '#/shared/theme/color.ts'
import { Field, FieldList } from '#/shared/ui/field-list.tsx'
import { Time } from '#/shared/ui/time.tsx'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'

const Group = styled('section')({
  paddingBottom: 20,
  '& > h3': {
    ...type.body,
    fontWeight: 600,
    paddingBottom: 4,
    marginBottom: 8,
    borderBottom: `1px solid ${color.hairline}`,
  },
})

/** Some fields under a small heading; the same in read view and form. */
export function AccountGroup({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <Group aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </Group>
  )
}

function TextField({ customer, field }: { customer: Customer; field: TextFieldName }) {
  const value = customer[field] ?? ''
  return <Field label={fieldLabel(field)}>{value === '' ? null : <bdi>{fieldText(field, value)}</bdi>}</Field>
}

interface PhoneProps {
  field: TextFieldName
  number: string | null
  extension?: string | null
}

function PhoneField({ field, number, extension = null }: PhoneProps) {
  return (
    <Field label={fieldLabel(field)} copy={number === null ? null : phoneText(number, extension)}>
      {number === null ? null : <PhoneLink number={number} extension={extension} />}
    </Field>
  )
}

const Lines = styled('span')({ display: 'grid', gap: 2 })

/** Which of the two personal details the installation shows: a display name, a PIN, or neither. */
export const usePersonalDetail = () => useQuery({ ...configQuery, select: (config) => config.personalDetail }).data

/** Display name or PIN, as the installation is set up; the PIN itself is never here. */
function PersonalDetail({ customer }: { customer: Customer }) {
  const kind = usePersonalDetail()
  if (kind === 'displayName') return <TextField customer={customer} field="displayName" />
  if (kind !== 'pin') return null
  return (
    <Field label={m.record_field_pin()}>
      {customer.hasPin ? (
        <>
          <span aria-hidden="true">••••</span>
          <VisuallyHidden>{m.record_pin_set()}</VisuallyHidden>
        </>
      ) : null}
    </Field>
  )
}

function Consents({ consents }: { consents: Customer['marketingConsents'] }) {
  return (
    <Field label={fieldLabel('marketingConsents')}>
      {consents.length === 0 ? null : (
        <Lines>
          {consents.map(({ channel, granted, at }) => (
            <span key={channel}>
              {consentText(channel, granted)} {at === null ? null : <Time at={at} />}
            </span>
          ))}
        </Lines>
      )}
    </Field>
  )
}

/** The fields that staff edit, to read; in the order and places of the form. */
export function AccountView({ customer }: { customer: Customer }) {
  return (
    <>
      <AccountGroup title={m.record_group_person()}>
        <FieldList>
          <TextField customer={customer} field="salutation" />
          <TextField customer={customer} field="title" />
          <TextField customer={customer} field="firstName" />
          <TextField customer={customer} field="middleName" />
          <TextField customer={customer} field="lastName" />
          <TextField customer={customer} field="birthday" />
          <PersonalDetail customer={customer} />
        </FieldList>
      </AccountGroup>
      <AccountGroup title={m.record_group_contact()}>
        <FieldList>
          <TextField customer={customer} field="companyName" />
          <Field label={fieldLabel('email')} copy={customer.email}>
            {customer.email === null ? null : <EmailLink email={customer.email} />}
          </Field>
          <PhoneField field="phone" number={customer.phone} extension={customer.phoneExt} />
          <PhoneField field="mobile" number={customer.mobile} />
          <PhoneField field="workPhone" number={customer.workPhone} extension={customer.workPhoneExt} />
          <PhoneField field="fax" number={customer.fax} extension={customer.faxExt} />
        </FieldList>
      </AccountGroup>
      <AccountGroup title={m.record_group_account()}>
        <FieldList>
          <Field label={fieldLabel('username')} copy={customer.username}>
            {customer.username}
          </Field>
          <TextField customer={customer} field="preferredLanguage" />
          <TextField customer={customer} field="accountType" />
        </FieldList>
      </AccountGroup>
      <AccountGroup title={m.account_group_marketing()}>
        <FieldList>
          <Consents consents={customer.marketingConsents} />
          <Field label={m.record_field_processing()}>
            {customer.processingBlocked ? m.record_processing_blocked() : m.record_processing_allowed()}
          </Field>
        </FieldList>
      </AccountGroup>
    </>
  )
}
