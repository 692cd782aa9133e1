import { styled } from '@mui/material/styles'
import { useId, type ReactNode } from 'react'
import type { Customer } from '#/contract/customers.ts'
import { fieldLabel, fieldText } from '#/customers/account/account-labels.ts'
import type { AccountField } from '#/customers/account/account-values.ts'
import { EmailLink, PhoneLink } from '#/customers/record/contact-links.tsx'
import { phoneText } from '#/shared/format/phone-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { Field, FieldList } from '#/shared/ui/field-list.tsx'
import { TierBadge } from '#/shared/ui/tier-badge.tsx'

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

function TextField({ customer, field }: { customer: Customer; field: AccountField }) {
  const value = customer[field] ?? ''
  return <Field label={fieldLabel(field)}>{value === '' ? null : <bdi>{fieldText(field, value)}</bdi>}</Field>
}

interface PhoneProps {
  field: AccountField
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
          <Field label={fieldLabel('tier')}>
            <TierBadge tier={customer.tier} />
          </Field>
        </FieldList>
      </AccountGroup>
    </>
  )
}
