import { useWriteReason } from '#/customers/record/edit-reason.ts'
import { m } from '#/shared/i18n/generated/messages.js'

/** Why no case of this customer may be written; nothing when it may. */
export const useCaseReason = (customerId: string): string | undefined =>
  useWriteReason(customerId, 'case:write', m.cases_forbidden())
