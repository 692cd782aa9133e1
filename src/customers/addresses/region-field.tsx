import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useController } from 'react-hook-form'
import type { AddressControl } from '#/customers/addresses/address-editable.ts'
import { placeRulesQuery } from '#/customers/addresses/place-rules.queries.ts'
import { describedBy, FieldFrame } from '#/shared/form/field-frame.tsx'
import { TextField } from '#/shared/form/text-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { Button } from '#/shared/ui/button.tsx'
import { SelectInput } from '#/shared/ui/control.ts'

const WithRetry = styled('div')({ display: 'grid', gap: 4, justifyItems: 'start', '& > div': { width: '100%' } })

interface Props {
  control: AddressControl
  label: string
  country: string
  isRequired: boolean
}

function RegionChoice({ control, label, country, isRequired }: Props) {
  const id = useId()
  const { data: rules } = useQuery(placeRulesQuery)
  const {
    field,
    fieldState: { error, isDirty },
  } = useController({ control, name: 'regionCode' })
  const regions = rules?.regionsOf(country) ?? []
  // One of another country stays in the form, in case that country comes back, but is no choice here.
  const value = field.value.startsWith(`${country}-`) ? field.value : ''
  const isKnown = value === '' || regions.some(({ code }) => code === value)
  return (
    <FieldFrame id={id} label={label} isRequired={isRequired} error={error} isChanged={isDirty}>
      <SelectInput {...describedBy({ id, error, isRequired })} {...field} value={value}>
        <option value="">{m.addresses_not_set()}</option>
        {isKnown ? null : <option value={value}>{value}</option>}
        {regions.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectInput>
    </FieldFrame>
  )
}

/** The regions of the country to choose from; the bare code while their list cannot be loaded. */
export function RegionField(props: Props) {
  const { isError, refetch } = useQuery(placeRulesQuery)
  if (!isError) return <RegionChoice {...props} />
  const { country, ...field } = props
  return (
    <WithRetry>
      <TextField {...field} name="regionCode" hint={m.addresses_regions_failed({ example: `${country || 'CA'}-QC` })} />
      <Button size="small" onClick={() => void refetch()}>
        {m.addresses_regions_retry()}
      </Button>
    </WithRetry>
  )
}
