import { isApiError } from '#/shared/api/api-error.ts'
import { m } from '#/shared/i18n/generated/messages.js'

/** A sentence for people: what happened. `fallback` where nothing better is known. */
export function failureText(error: unknown, fallback: string): string {
  if (!isApiError(error)) return fallback
  switch (error.type) {
    case 'network':
      return m.errors_network()
    case 'forbidden':
      return m.errors_forbidden()
    case 'not-found':
      return m.errors_not_found()
    case 'anonymized-record':
      return m.errors_anonymized()
    case 'too-many-requests':
      return m.errors_too_many_requests()
    case 'stale':
      return m.errors_stale()
    default:
      return fallback
  }
}

/** The id that support needs to find the request in the log. */
export const requestIdOf = (error: unknown): string | undefined => (isApiError(error) ? error.requestId : undefined)
