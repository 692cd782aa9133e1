import { useId } from 'react'
import { useController, type FieldValues } from 'react-hook-form'
import { describedBy, FieldFrame } from '#/shared/form/field-frame.tsx'
import { useFieldMarks } from '#/shared/form/field-marks.tsx'
import type { BoundFieldProps } from '#/shared/form/text-field.tsx'
import { formatDigits, parseNumber } from '#/shared/format/parse-number.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { TextInput } from '#/shared/ui/control.ts'

interface Props<Values extends FieldValues, Context, Output> extends BoundFieldProps<Values, Context, Output> {
  /** No fraction. */
  isWhole?: boolean
}

/** How the number was understood, where it could have been meant otherwise. */
function reading(typed: string): string | undefined {
  const number = parseNumber(typed)
  if (number === undefined || !/[.,]/u.test(typed)) return undefined
  const shown = formatDigits(number)
  return shown === typed.trim() ? undefined : m.common_number_read({ number: shown })
}

/** A number as it was typed, with point or comma; a text, so that no digit is lost. */
export function NumberField<Values extends FieldValues, Context, Output>({
  control,
  name,
  label,
  isRequired,
  hint,
  isWide,
  isDisabled = false,
  isWhole = false,
}: Props<Values, Context, Output>) {
  const id = useId()
  const marks = useFieldMarks(name)
  const {
    field: { ref, value, onChange, onBlur },
    fieldState: { error, isDirty },
  } = useController({ control, name })
  const typed: string = value ?? ''
  const said = [reading(typed), hint].filter(Boolean).join(' ')
  return (
    <FieldFrame
      id={id}
      name={name}
      label={label}
      isRequired={isRequired}
      hint={said}
      error={error}
      isChanged={isDirty}
      isWide={isWide}
    >
      <TextInput
        {...describedBy({ id, hint: said, error, isRequired, marks })}
        ref={ref}
        name={name}
        value={typed}
        inputMode={isWhole ? 'numeric' : 'decimal'}
        autoComplete="off"
        onChange={onChange}
        onBlur={onBlur}
        disabled={isDisabled}
      />
    </FieldFrame>
  )
}
