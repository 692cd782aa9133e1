import { styled } from '@mui/material/styles'
import { useId } from 'react'
import { useController, type FieldValues } from 'react-hook-form'
import { describedBy, FieldError, FieldHint, FieldRoot } from '#/shared/form/field-frame.tsx'
import { FieldMarkLines, useFieldMarks } from '#/shared/form/field-marks.tsx'
import type { BoundFieldProps } from '#/shared/form/text-field.tsx'
import { sizes, touch } from '#/shared/theme/tokens.ts'

const Line = styled('label')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 8,
  minHeight: sizes.control,
  marginTop: 18,
  cursor: 'pointer',
  [touch]: { minHeight: sizes.controlTouch },
  '& > input': { width: 16, height: 16, margin: 0, flex: 'none' },
})

/** Yes or no. */
export function CheckboxField<Values extends FieldValues, Context, Output>({
  control,
  name,
  label,
  isRequired,
  hint,
  isWide = false,
  isDisabled = false,
}: BoundFieldProps<Values, Context, Output>) {
  const id = useId()
  const marks = useFieldMarks(name)
  const {
    field: { ref, value, onChange, onBlur },
    fieldState: { error, isDirty },
  } = useController({ control, name })
  return (
    <FieldRoot data-changed={isDirty} data-wide={isWide}>
      <Line>
        <input
          {...describedBy({ id, hint, error, isRequired, marks })}
          type="checkbox"
          ref={ref}
          name={name}
          checked={value === true}
          onChange={onChange}
          onBlur={onBlur}
          disabled={isDisabled}
        />
        {label}
      </Line>
      <FieldError id={id} error={error} />
      <FieldMarkLines id={id} name={name} />
      <FieldHint id={id} hint={hint} />
    </FieldRoot>
  )
}
