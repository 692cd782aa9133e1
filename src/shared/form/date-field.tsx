import type { FieldValues } from 'react-hook-form'
import { TextField, type BoundFieldProps } from '#/shared/form/text-field.tsx'

interface Props<Values extends FieldValues, Context, Output> extends BoundFieldProps<Values, Context, Output> {
  /** Also a time of day. */
  hasTime?: boolean
}

/** A date by the browser's own picker; the value is `YYYY-MM-DD`. */
export function DateField<Values extends FieldValues, Context, Output>({
  hasTime = false,
  ...props
}: Props<Values, Context, Output>) {
  return <TextField {...props} type={hasTime ? 'datetime-local' : 'date'} />
}
