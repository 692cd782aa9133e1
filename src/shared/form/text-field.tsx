import { useId, type HTMLInputAutoCompleteAttribute } from 'react'
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form'
import { describedBy, FieldFrame, type FieldFrameProps } from '#/shared/form/field-frame.tsx'
import { useFieldMarks } from '#/shared/form/field-marks.tsx'
import { TextArea, TextInput } from '#/shared/ui/control.ts'

/** What every bound field has. */
export interface BoundFieldProps<Values extends FieldValues, Context, Output> extends Pick<
  FieldFrameProps,
  'label' | 'isRequired' | 'hint' | 'isWide'
> {
  control: Control<Values, Context, Output>
  name: FieldPath<Values>
  isDisabled?: boolean | undefined
}

interface Props<Values extends FieldValues, Context, Output> extends BoundFieldProps<Values, Context, Output> {
  type?: 'text' | 'email' | 'tel' | 'password' | 'url' | 'date' | 'datetime-local'
  inputMode?: 'decimal' | 'numeric' | 'text' | undefined
  autoComplete?: HTMLInputAutoCompleteAttribute | undefined
  maxLength?: number | undefined
  /** Several lines, growing with the text. */
  isMultiline?: boolean
}

/** A labelled text input of a form. Nothing and `null` show as empty; what is typed is a text. */
export function TextField<Values extends FieldValues, Context, Output>({
  control,
  name,
  label,
  isRequired,
  hint,
  isWide,
  isDisabled = false,
  type = 'text',
  isMultiline = false,
  ...rest
}: Props<Values, Context, Output>) {
  const id = useId()
  const marks = useFieldMarks(name)
  const {
    field: { ref, value, onChange, onBlur },
    fieldState: { error, isDirty },
  } = useController({ control, name })
  const shared = {
    ...describedBy({ id, hint, error, isRequired, marks }),
    name,
    ref,
    value: value ?? '',
    onChange,
    onBlur,
    disabled: isDisabled,
    maxLength: rest.maxLength,
  }
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
      {isMultiline ? (
        <TextArea {...shared} />
      ) : (
        // Records hold other people's data: the browser must not fill in the reader's own.
        <TextInput {...shared} type={type} inputMode={rest.inputMode} autoComplete={rest.autoComplete ?? 'off'} />
      )}
    </FieldFrame>
  )
}
