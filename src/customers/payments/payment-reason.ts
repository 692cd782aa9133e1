import { useQuery } from '@tanstack/react-query'
import { customerQuery } from '#/customers/customer.queries.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { useMay } from '#/shared/session/me.queries.ts'

/** Why the person may not change the saved payments of this customer; nothing when it may. */
export function usePaymentReason(customerId: string): string | undefined {
  const mayManage = useMay('payment:manage')
  const { data: isAnonymised } = useQuery({
    ...customerQuery(customerId),
    select: (customer) => customer.anonymizedAt !== null,
  })
  if (isAnonymised) return m.record_account_edit_anonymised()
  return mayManage ? undefined : m.payments_forbidden()
}
