import type { FieldErrors, FieldValues } from 'react-hook-form'
import { FormAlert } from '#/shared/ui/form-alert.tsx'

/** What `applyServerErrors` could not put on a field, on top of the form. */
export function FormError<Values extends FieldValues>({ errors }: { errors: FieldErrors<Values> }) {
  const message = errors.root?.['server']?.message
  return message ? <FormAlert>{message}</FormAlert> : null
}
