import { useQuery } from '@tanstack/react-query'
import type { Permission } from '#/contract/permissions.ts'
import { customerQuery, isGone } from '#/customers/customer.queries.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { useMay } from '#/shared/session/me.queries.ts'

/** Why the person may not write something of this customer; nothing when it may. */
export function useWriteReason(customerId: string, permission: Permission, forbidden: string): string | undefined {
  const mayWrite = useMay(permission)
  const { data: isAnonymised, error } = useQuery({
    ...customerQuery(customerId),
    select: (customer) => customer.anonymizedAt !== null,
  })
  if (isGone(error)) return m.record_gone_edit()
  if (isAnonymised) return m.record_account_edit_anonymised()
  return mayWrite ? undefined : forbidden
}

/** Why the person may not change this customer; nothing when it may. */
export const useEditReason = (customerId: string): string | undefined =>
  useWriteReason(customerId, 'customer:write', m.record_account_edit_forbidden())
