import { styled } from '@mui/material/styles'
import type { FieldErrors, FieldPath, FieldValues, UseFormSetError } from 'react-hook-form'
import { isApiError } from '#/shared/api/api-error.ts'
import { requestIdOf } from '#/shared/api/failure-text.ts'
import { applyServerErrors } from '#/shared/form/apply-server-errors.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { type } from '#/shared/theme/color.ts'
import { CopyButton } from '#/shared/ui/copy-button.tsx'
import { FormAlert } from '#/shared/ui/form-alert.tsx'

const Above = styled('div')({ marginBottom: 16 })
const RequestId = styled('p')({ ...type.meta, display: 'flex', alignItems: 'center', gap: 4, flexWrap: 'wrap' })

/** Puts a refusal on the fields that it is about, else on the form. */
export function sayRefusal<Values extends FieldValues>(
  error: unknown,
  setError: UseFormSetError<Values>,
  { fields, within }: { fields: readonly string[]; within?: string | undefined },
) {
  const paths = fields as readonly FieldPath<Values>[]
  applyServerErrors(error, setError, paths, within)
  const duplicate = isApiError(error, 'duplicate') ? error.problem?.field : undefined
  const field = paths.find((name) => name === duplicate)
  if (field !== undefined) setError(field, { type: 'duplicate', message: 'duplicate' }, { shouldFocus: true })
}

interface Props<Values extends FieldValues> {
  errors: FieldErrors<Values>
  /** What went wrong last. */
  failure: unknown
  /** Says that it was not saved and that nothing is lost. */
  refused: string
}

/** Above the form: what was refused and that what was typed is still there. */
export function EditFailure<Values extends FieldValues>({ errors, failure, refused }: Props<Values>) {
  const message = errors.root?.['server']?.message
  if (message === undefined) return null
  const isSaid = [m.errors_form_not_saved(), m.errors_form_fields()].some((text) => message.startsWith(text))
  const requestId = requestIdOf(failure)
  const seconds = isApiError(failure) ? failure.retryAfter : undefined
  return (
    <Above>
      <FormAlert>
        <p>{message}</p>
        {seconds === undefined ? null : <p>{m.record_retry_after({ count: seconds })}</p>}
        {isSaid ? null : <p>{refused}</p>}
        {requestId === undefined ? null : (
          <RequestId>
            {m.common_request_id()} <code>{requestId}</code>
            <CopyButton text={requestId} what={m.common_request_id()} />
          </RequestId>
        )}
      </FormAlert>
    </Above>
  )
}
