import { Link, type ErrorComponentProps } from '@tanstack/react-router'
import type { FallbackProps } from 'react-error-boundary'
import { failureText, requestIdOf } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { StateBox } from '#/shared/ui/empty-state.tsx'
import { ErrorState } from '#/shared/ui/error-state.tsx'

/** First load of a page failed, or the page broke. */
export function PageError({ error, reset }: ErrorComponentProps) {
  return (
    <ErrorState
      title={m.errors_page()}
      text={failureText(error, m.errors_nothing_lost())}
      requestId={requestIdOf(error)}
      onRetry={reset}
    />
  )
}

/** One record broke; the others go on. */
export function PanelError({ error, resetErrorBoundary }: FallbackProps) {
  return (
    <ErrorState
      title={m.errors_record()}
      text={failureText(error, m.errors_nothing_lost())}
      requestId={requestIdOf(error)}
      onRetry={resetErrorBoundary}
    />
  )
}

export function NotFoundPage() {
  return (
    <StateBox as="main">
      <h1>{m.errors_page_not_found()}</h1>
      <div>
        <Link to="/customers">{m.errors_to_customers()}</Link>
      </div>
    </StateBox>
  )
}
