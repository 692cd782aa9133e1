import { useQueryClient } from '@tanstack/react-query'
import { customerKeys } from '#/customers/customer.queries.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { failureText } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { meQuery } from '#/shared/session/me.queries.ts'
import type { Subject } from '#/shared/ui/customer-subject.tsx'
import { useNotices } from '#/shared/ui/notice-region.tsx'
import type { NoticeContent } from '#/shared/ui/notices.ts'

/** Reads again what a refusal shows to be out of date: what the person may do, or the customer. */
export function useRefreshAfterRefusal(customerId: string) {
  const client = useQueryClient()
  return (error: unknown) => {
    if (isApiError(error, 'forbidden')) void client.invalidateQueries({ queryKey: meQuery.queryKey })
    if (isApiError(error, 'anonymized-record', 'not-found'))
      void client.invalidateQueries({ queryKey: customerKeys.detail(customerId) })
  }
}

/** Says in one notice that a change of a customer failed. A session that is over is said by the sign-in. */
export function useSayRefusal(customerId: string) {
  const notices = useNotices()
  const refresh = useRefreshAfterRefusal(customerId)
  return (error: unknown, subject: Subject, told: Partial<Pick<NoticeContent, 'text' | 'action'>> = {}) => {
    if (isApiError(error, 'unauthenticated', 'session-expired')) return
    refresh(error)
    notices.show({ kind: 'error', subject, text: failureText(error, m.errors_action_failed()), ...told })
  }
}
