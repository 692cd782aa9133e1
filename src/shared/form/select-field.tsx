import { useId } from 'react'
import { useController, type FieldValues } from 'react-hook-form'
import { describedBy, FieldFrame } from '#/shared/form/field-frame.tsx'
import { useFieldMarks } from '#/shared/form/field-marks.tsx'
import type { BoundFieldProps } from '#/shared/form/text-field.tsx'
import { SelectInput } from '#/shared/ui/control.ts'

export interface Option {
  value: string
  label: string
  isDisabled?: boolean
}

interface Props<Values extends FieldValues, Context, Output> extends BoundFieldProps<Values, Context, Output> {
  options: readonly Option[]
  /** Label of the choice of nothing, whose value is an empty text; without it one must be chosen. */
  emptyLabel?: string | undefined
}

/** A labelled choice of one; a value that is no longer among the options stays visible. */
export function SelectField<Values extends FieldValues, Context, Output>({
  control,
  name,
  label,
  isRequired,
  hint,
  isWide,
  isDisabled = false,
  options,
  emptyLabel,
}: Props<Values, Context, Output>) {
  const id = useId()
  const marks = useFieldMarks(name)
  const {
    field: { ref, value: chosen, onChange, onBlur },
    fieldState: { error, isDirty },
  } = useController({ control, name })
  const value: string = chosen ?? ''
  const isKnown = options.some((option) => option.value === value)
  return (
    <FieldFrame
      id={id}
      name={name}
      label={label}
      isRequired={isRequired}
      hint={hint}
      error={error}
      isChanged={isDirty}
      isWide={isWide}
    >
      <SelectInput
        {...describedBy({ id, hint, error, isRequired, marks })}
        ref={ref}
        name={name}
        value={value}
        onChange={onChange}
        onBlur={onBlur}
        disabled={isDisabled}
      >
        {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
        {isKnown || (value === '' && emptyLabel !== undefined) ? null : <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.isDisabled}>
            {option.label}
          </option>
        ))}
      </SelectInput>
    </FieldFrame>
  )
}
