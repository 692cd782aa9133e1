import { styled } from '@mui/material/styles'
import type { FieldErrors, FieldValues } from 'react-hook-form'
import { FormAlert } from '#/shared/ui/form-alert.tsx'

const Above = styled('div')({ marginBottom: 12 })

/** What `applyServerErrors` could not put on a field, on top of the form. */
export function FormError<Values extends FieldValues>({ errors }: { errors: FieldErrors<Values> }) {
  const message = errors.root?.['server']?.message
  return message ? (
    <Above>
      <FormAlert>{message}</FormAlert>
    </Above>
  ) : null
}
