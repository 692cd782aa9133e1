import { useQuery } from '@tanstack/react-query'
import { customerQuery } from '#/customers/customer.queries.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { useMay } from '#/shared/session/me.queries.ts'

/** Why the person may not change this customer; nothing when it may. */
export function useEditReason(customerId: string): string | undefined {
  const mayWrite = useMay('customer:write')
  const { data: isAnonymised } = useQuery({
    ...customerQuery(customerId),
    select: (customer) => customer.anonymizedAt !== null,
  })
  if (isAnonymised) return m.record_account_edit_anonymised()
  return mayWrite ? undefined : m.record_account_edit_forbidden()
}
