import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { useId, useState, type ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import type { Address } from '#/contract/addresses.ts'
import type { PlacePart } from '#/contract/place-rules.ts'
import type { AddressControl } from '#/customers/addresses/address-editable.ts'
import { addressFieldLabel } from '#/customers/addresses/address-labels.ts'
import { isNew, type AddressField } from '#/customers/addresses/address-values.ts'
import { countryOptions } from '#/customers/addresses/country-options.ts'
import { placeRulesQuery } from '#/customers/addresses/place-rules.queries.ts'
import { RegionField } from '#/customers/addresses/region-field.tsx'
import { CheckboxField } from '#/shared/form/checkbox-field.tsx'
import { PhoneField } from '#/shared/form/phone-field.tsx'
import { SelectField } from '#/shared/form/select-field.tsx'
import { TextField } from '#/shared/form/text-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { type } from '#/shared/theme/color.ts'
import { FieldArea, FieldGrid } from '#/shared/ui/field-list.tsx'

const Groups = styled(FieldArea)({ display: 'grid', gap: 16, paddingLeft: 10 })
const Group = styled('fieldset')({
  minWidth: 0,
  margin: 0,
  padding: 0,
  border: 0,
  '& > h4': { ...type.table, fontWeight: 600, marginBottom: 6 },
})

function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <Group aria-labelledby={id}>
      <h4 id={id}>{title}</h4>
      <FieldGrid>{children}</FieldGrid>
    </Group>
  )
}

const anyOrder: readonly PlacePart[] = ['city', 'regionCode', 'postalCode']

/** City, region and postal code: those that the country knows, in its order, with its words. */
function PlaceFields({ control, country }: { control: AddressControl; country: string }) {
  const { data: rules, isError } = useQuery(placeRulesQuery)
  const [typedPostalCode, region] = useWatch({ control, name: ['postalCode', 'regionCode'] })
  const place = country === '' ? undefined : rules?.placeRules(country)
  const field = (name: PlacePart) => ({ control, name, label: addressFieldLabel(name, country) })

  // What is filled in stays in sight, also where the country knows no such part.
  const hasPostalCode = place?.postalCode !== 'none' || typedPostalCode !== ''
  const hasRegion = isError || (place && place.regionCode !== 'none') || region.startsWith(`${country}-`)
  const shown: Record<PlacePart, ReactNode> = {
    city: <TextField key="city" {...field('city')} isRequired maxLength={100} />,
    postalCode: hasPostalCode ? (
      <TextField
        key="postalCode"
        {...field('postalCode')}
        isRequired={place?.postalCode === 'required'}
        maxLength={20}
      />
    ) : null,
    regionCode:
      country !== '' && hasRegion ? (
        <RegionField
          key="regionCode"
          control={control}
          label={addressFieldLabel('regionCode', country)}
          country={country}
          isRequired={place?.regionCode === 'required'}
        />
      ) : null,
  }
  return (place?.order ?? anyOrder).map((part) => shown[part])
}

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
    <Groups>
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
    </Groups>
  )
}
