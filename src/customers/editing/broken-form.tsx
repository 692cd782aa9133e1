import type { FallbackProps } from 'react-error-boundary'
import { failureText, requestIdOf } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { ErrorState } from '#/shared/ui/error-state.tsx'

/** The code of a form could not be loaded, or it broke. */
export function BrokenForm({ error, resetErrorBoundary }: FallbackProps) {
  return (
    <ErrorState
      title={m.editing_form_failed()}
      text={failureText(error, m.common_nothing_lost())}
      requestId={requestIdOf(error)}
      onRetry={resetErrorBoundary}
    />
  )
}
