import { styled } from '@mui/material/styles'
import type { FieldErrors, UseFormSetError } from 'react-hook-form'
import { accountFields, isAccountField, type AccountValues } from '#/customers/account/account-values.ts'
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
export function sayRefusal(error: unknown, setError: UseFormSetError<AccountValues>) {
  applyServerErrors(error, setError, accountFields)
  const field = isApiError(error, 'duplicate') ? (error.problem?.field ?? '') : ''
  if (isAccountField(field)) setError(field, { type: 'duplicate', message: 'duplicate' }, { shouldFocus: true })
}

interface Props {
  errors: FieldErrors<AccountValues>
  /** What went wrong last. */
  failure: unknown
}

/** Above the form: what was refused and that what was typed is still there. */
export function AccountFailure({ errors, failure }: Props) {
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
        {isSaid ? null : <p>{m.record_account_refused()}</p>}
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
