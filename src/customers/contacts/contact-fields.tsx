import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { Contact } from '#/contract/contacts.ts'
import { countryOptions } from '#/customers/addresses/country-options.ts'
import { PlaceFields } from '#/customers/addresses/place-fields.tsx'
import { contactFieldLabel, type ContactControl } from '#/customers/contacts/contact-editable.ts'
import { contactRoles, isNewContact, type ContactField, type ContactFlag } from '#/customers/contacts/contact-values.ts'
import { CheckboxField } from '#/shared/form/checkbox-field.tsx'
import { FieldGroup, FieldGroups } from '#/shared/form/field-group.tsx'
import { PhoneField } from '#/shared/form/phone-field.tsx'
import { SelectField } from '#/shared/form/select-field.tsx'
import { TextField } from '#/shared/form/text-field.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'

/** The roles on offer, and the stored one, whatever it is. */
function roleOptions(stored: string | null) {
  const codes = new Set<string>(stored === null ? contactRoles : [...contactRoles, stored])
  return [...codes].map((value) => ({ value, label: codeLabel('contactRole', value) }))
}

interface Props {
  control: ContactControl
  contact: Contact
  /** Names of those who have the flags now. */
  holders: Readonly<Record<ContactFlag, string | undefined>>
}

/** The fields of a contact; nothing but the name is asked for. */
export function ContactFields({ control, contact, holders }: Props) {
  const [country, phoneExt] = useWatch({ control, name: ['countryCode', 'phoneExt'] })
  const [countries] = useState(() => countryOptions(contact.address?.countryCode ?? null))
  const field = <Name extends ContactField>(name: Name) => ({ control, name, label: contactFieldLabel(name, country) })
  const flag = (name: ContactFlag) => {
    const holder = holders[name]
    return {
      ...field(name),
      hint: holder === undefined ? m.contacts_flag_first() : m.contacts_flag_moves({ name: holder }),
    }
  }
  return (
    <FieldGroups>
      <FieldGroup title={m.contacts_group_person()}>
        <TextField {...field('name')} isRequired maxLength={200} />
        <SelectField {...field('role')} emptyLabel={m.editing_not_set()} options={roleOptions(contact.role)} />
        <PhoneField {...field('phone')} extensionName="phoneExt" isRequired={phoneExt !== ''} />
        <TextField {...field('email')} type="email" />
      </FieldGroup>
      <FieldGroup title={m.contacts_group_address()}>
        <SelectField {...field('countryCode')} options={countries} emptyLabel={m.editing_not_set()} />
        <TextField {...field('line1')} maxLength={200} />
        <TextField {...field('line2')} maxLength={200} />
        <PlaceFields control={control} country={country} isLoose />
        <TextField {...field('postbox')} maxLength={60} />
        <TextField {...field('firstName')} maxLength={100} />
        <TextField {...field('lastName')} maxLength={100} />
        <TextField {...field('companyName')} maxLength={200} />
      </FieldGroup>
      {isNewContact(contact) ? (
        <FieldGroup title={m.contacts_group_flags()}>
          <CheckboxField {...flag('isPrimary')} />
          <CheckboxField {...flag('isBilling')} />
        </FieldGroup>
      ) : null}
    </FieldGroups>
  )
}
