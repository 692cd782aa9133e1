import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form'
import { placeRulesQuery } from '#/customers/addresses/place-rules.queries.ts'
import { describedBy, FieldFrame } from '#/shared/form/field-frame.tsx'
import { useFieldMarks } from '#/shared/form/field-marks.tsx'
import { TextField } from '#/shared/form/text-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { Button } from '#/shared/ui/button.tsx'
import { SelectInput } from '#/shared/ui/control.ts'

const WithRetry = styled('div')({ display: 'grid', gap: 4, justifyItems: 'start', '& > div': { width: '100%' } })

interface Props<Values extends FieldValues, Context, Output> {
  control: Control<Values, Context, Output>
  label: string
  country: string
  isRequired: boolean
}

function RegionChoice<Values extends FieldValues, Context, Output>({
  control,
  label,
  country,
  isRequired,
}: Props<Values, Context, Output>) {
  const id = useId()
  const marks = useFieldMarks('regionCode')
  const { data: rules } = useQuery(placeRulesQuery)
  const {
    field,
    fieldState: { error, isDirty },
  } = useController({ control, name: 'regionCode' as FieldPath<Values> })
  const regions = rules?.regionsOf(country) ?? []
  // One of another country stays in the form, in case that country comes back, but is no choice here.
  const stored: string = field.value ?? ''
  const value = stored.startsWith(`${country}-`) ? stored : ''
  const isKnown = value === '' || regions.some(({ code }) => code === value)
  return (
    <FieldFrame id={id} name="regionCode" label={label} isRequired={isRequired} error={error} isChanged={isDirty}>
      <SelectInput {...describedBy({ id, error, isRequired, marks })} {...field} value={value}>
        <option value="">{m.editing_not_set()}</option>
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
export function RegionField<Values extends FieldValues, Context, Output>(props: Props<Values, Context, Output>) {
  const { isError, refetch } = useQuery(placeRulesQuery)
  if (!isError) return <RegionChoice {...props} />
  const { country, ...field } = props
  return (
    <WithRetry>
      <TextField
        {...field}
        name={'regionCode' as FieldPath<Values>}
        hint={m.addresses_regions_failed({ example: `${country || 'CA'}-QC` })}
      />
      <Button size="small" onClick={() => void refetch()}>
        {m.addresses_regions_retry()}
      </Button>
    </WithRetry>
  )
}
