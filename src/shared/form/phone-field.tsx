import { styled } from '@mui/material/styles'
import { useId } from 'react'
import { useController, type FieldPath, type FieldValues } from 'react-hook-form'
import { describedBy, FieldError, FieldLabel, FieldRoot } from '#/shared/form/field-frame.tsx'
import { FieldMarkLines, useFieldMarks } from '#/shared/form/field-marks.tsx'
import type { BoundFieldProps } from '#/shared/form/text-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { TextInput } from '#/shared/ui/control.ts'

const Columns = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 88px',
  columnGap: 8,
  alignItems: 'start',
})

interface Props<Values extends FieldValues, Context, Output> extends BoundFieldProps<Values, Context, Output> {
  /** Field of the extension; it is named "<label> extension". */
  extensionName: FieldPath<Values>
}

/** A phone number and its extension, side by side. */
export function PhoneField<Values extends FieldValues, Context, Output>({
  control,
  name,
  extensionName,
  label,
  isRequired,
  isWide = false,
  isDisabled = false,
}: Props<Values, Context, Output>) {
  const id = useId()
  const number = useController({ control, name })
  const extension = useController({ control, name: extensionName })
  const marks = useFieldMarks(name)
  const extensionMarks = useFieldMarks(extensionName)
  return (
    <FieldRoot data-changed={number.fieldState.isDirty || extension.fieldState.isDirty} data-wide={isWide}>
      <Columns>
        <div>
          <FieldLabel htmlFor={id} data-required={isRequired === true}>
            {label}
          </FieldLabel>
          <TextInput
            {...describedBy({ id, error: number.fieldState.error, isRequired, marks })}
            {...number.field}
            value={number.field.value ?? ''}
            type="tel"
            autoComplete="off"
            disabled={isDisabled}
          />
        </div>
        <div>
          <FieldLabel htmlFor={`${id}-extension`} aria-hidden="true">
            {m.common_extension_label()}
          </FieldLabel>
          <TextInput
            {...describedBy({ id: `${id}-extension`, error: extension.fieldState.error, marks: extensionMarks })}
            {...extension.field}
            value={extension.field.value ?? ''}
            inputMode="numeric"
            autoComplete="off"
            aria-label={m.common_extension_of({ label })}
            disabled={isDisabled}
          />
        </div>
      </Columns>
      <FieldError id={id} error={number.fieldState.error} />
      <FieldError id={`${id}-extension`} error={extension.fieldState.error} />
      <FieldMarkLines id={id} name={name} />
      <FieldMarkLines id={`${id}-extension`} name={extensionName} />
    </FieldRoot>
  )
}
