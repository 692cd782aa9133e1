import { styled } from '@mui/material/styles'
import { useId } from 'react'
import { useController, type FieldPath, type FieldValues } from 'react-hook-form'
import { describedBy, FieldError, FieldLabel, FieldRoot } from '#/shared/form/field-frame.tsx'
import { FieldMarkLines, useFieldMarks } from '#/shared/form/field-marks.tsx'
import type { Option } from '#/shared/form/select-field.tsx'
import type { BoundFieldProps } from '#/shared/form/text-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { SelectInput, TextInput } from '#/shared/ui/control.ts'

const Columns = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 88px',
  columnGap: 8,
  '& > input': { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
})

interface Props<Values extends FieldValues, Context, Output> extends BoundFieldProps<Values, Context, Output> {
  /** Field of the currency. */
  currencyName: FieldPath<Values>
  currencyLabel: string
  currencies: readonly Option[]
}

/** An amount as it was typed, and its currency beside it. */
export function MoneyField<Values extends FieldValues, Context, Output>({
  control,
  name,
  currencyName,
  label,
  currencyLabel,
  currencies,
}: Props<Values, Context, Output>) {
  const id = useId()
  const currencyId = `${id}-currency`
  const amount = useController({ control, name })
  const currency = useController({ control, name: currencyName })
  const marks = useFieldMarks(name)
  const currencyMarks = useFieldMarks(currencyName)
  return (
    <FieldRoot data-changed={amount.fieldState.isDirty || currency.fieldState.isDirty}>
      <FieldLabel htmlFor={id}>{label}</FieldLabel>
      <Columns>
        <TextInput
          {...describedBy({ id, error: amount.fieldState.error, marks })}
          {...amount.field}
          value={amount.field.value ?? ''}
          inputMode="decimal"
          autoComplete="off"
        />
        <SelectInput
          {...describedBy({ id: currencyId, error: currency.fieldState.error, marks: currencyMarks })}
          {...currency.field}
          value={currency.field.value ?? ''}
          aria-label={currencyLabel}
        >
          <option value="">{m.common_choose()}</option>
          {currencies.map(({ value }) => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
        </SelectInput>
      </Columns>
      <FieldError id={id} error={amount.fieldState.error} />
      <FieldError id={currencyId} error={currency.fieldState.error} />
      <FieldMarkLines id={id} name={name} />
      <FieldMarkLines id={currencyId} name={currencyName} />
    </FieldRoot>
  )
}
