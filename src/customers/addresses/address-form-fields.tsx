import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { Address } from '#/contract/addresses.ts'
import type { AddressControl } from '#/customers/addresses/address-editable.ts'
import { addressFieldLabel } from '#/customers/addresses/address-labels.ts'
import { isNew, type AddressField } from '#/customers/addresses/address-values.ts'
import { countryOptions } from '#/customers/addresses/country-options.ts'
import { PlaceFields } from '#/customers/addresses/place-fields.tsx'
import { CheckboxField } from '#/shared/form/checkbox-field.tsx'
import { FieldGroup, FieldGroups } from '#/shared/form/field-group.tsx'
import { PhoneField } from '#/shared/form/phone-field.tsx'
import { SelectField } from '#/shared/form/select-field.tsx'
import { TextField } from '#/shared/form/text-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'

interface Props {
  control: AddressControl
  address: Address
}

/** The fields of an address. Another country has other fields and words; what was typed stays. */
export function AddressFormFields({ control, address }: Props) {
  const [country, phoneExt] = useWatch({ control, name: ['countryCode', 'phoneExt'] })
  const [countries] = useState(() => countryOptions(address.countryCode))
  const field = <Name extends AddressField>(name: Name) => ({
    control,
    name,
    label: addressFieldLabel(name, country),
  })

  return (
    <FieldGroups>
      <FieldGroup title={m.addresses_group_place()}>
        <TextField {...field('name')} maxLength={100} />
        <SelectField
          {...field('countryCode')}
          isRequired
          options={countries}
          {...(country === '' ? { emptyLabel: m.addresses_choose_country() } : {})}
        />
        <TextField {...field('line1')} isRequired maxLength={200} />
        <TextField {...field('line2')} maxLength={200} />
        <PlaceFields control={control} country={country} />
        <TextField {...field('postbox')} maxLength={60} />
      </FieldGroup>
      <FieldGroup title={m.addresses_group_recipient()}>
        <TextField {...field('firstName')} maxLength={100} />
        <TextField {...field('lastName')} maxLength={100} />
        <TextField {...field('companyName')} maxLength={200} />
        <TextField {...field('vatNumber')} maxLength={40} />
        <CheckboxField {...field('isBusiness')} />
      </FieldGroup>
      <FieldGroup title={m.addresses_group_contact()}>
        <PhoneField {...field('phone')} extensionName="phoneExt" isRequired={phoneExt !== ''} />
        <TextField {...field('email')} type="email" />
        <TextField {...field('latitude')} inputMode="decimal" />
        <TextField {...field('longitude')} inputMode="decimal" />
        <TextField {...field('notes')} isMultiline isWide maxLength={2000} />
      </FieldGroup>
      {isNew(address) ? (
        <FieldGroup title={m.addresses_group_preferred()}>
          <CheckboxField {...field('isPreferredBilling')} />
          <CheckboxField {...field('isPreferredShipping')} />
        </FieldGroup>
      ) : null}
    </FieldGroups>
  )
}
