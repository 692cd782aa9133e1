import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWatch, type Control, type FieldPath, type FieldValues } from 'react-hook-form'
import type { PlacePart } from '#/contract/place-rules.ts'
import { addressFieldLabel } from '#/customers/addresses/address-labels.ts'
import { placeRulesQuery } from '#/customers/addresses/place-rules.queries.ts'
import { RegionField } from '#/customers/addresses/region-field.tsx'
import { TextField } from '#/shared/form/text-field.tsx'

const anyOrder: readonly PlacePart[] = ['city', 'regionCode', 'postalCode']

interface Props<Values extends FieldValues, Context, Output> {
  /** Of a form with the fields `city`, `regionCode` and `postalCode`. */
  control: Control<Values, Context, Output>
  country: string
  /** What the country asks for may be left out all the same. */
  isLoose?: boolean
}

/** City, region and postal code: those that the country knows, in its order, with its words. */
export function PlaceFields<Values extends FieldValues, Context, Output>({
  control,
  country,
  isLoose = false,
}: Props<Values, Context, Output>) {
  const { data: rules, isError } = useQuery(placeRulesQuery)
  const nameOf = (part: PlacePart) => part as FieldPath<Values>
  const typedPostalCode: string = useWatch({ control, name: nameOf('postalCode') })
  const region: string = useWatch({ control, name: nameOf('regionCode') })
  const place = country === '' ? undefined : rules?.placeRules(country)
  const field = (part: PlacePart) => ({ control, name: nameOf(part), label: addressFieldLabel(part, country) })

  // What is filled in stays in sight, also where the country knows no such part.
  const hasPostalCode = place?.postalCode !== 'none' || typedPostalCode !== ''
  const hasRegion = isError || (place && place.regionCode !== 'none') || region.startsWith(`${country}-`)
  const shown: Record<PlacePart, ReactNode> = {
    city: <TextField key="city" {...field('city')} isRequired={!isLoose} maxLength={100} />,
    postalCode: hasPostalCode ? (
      <TextField
        key="postalCode"
        {...field('postalCode')}
        isRequired={!isLoose && place?.postalCode === 'required'}
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
          isRequired={!isLoose && place?.regionCode === 'required'}
        />
      ) : null,
  }
  return (place?.order ?? anyOrder).map((part) => shown[part])
}
