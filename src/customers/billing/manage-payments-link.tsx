import { useQuery } from '@tanstack/react-query'
import { useSubject } from '#/customers/record/use-subject.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { configQuery } from '#/shared/session/config.queries.ts'
import { externalAddress, ExternalLink } from '#/shared/ui/external-link.tsx'

/** Leads to the customer in the system that takes payments, where one is configured. */
export function ManagePaymentsLink({ customerId }: { customerId: string }) {
  const { data } = useQuery({ ...configQuery, select: ({ links }) => links['managePayments'] })
  const { number } = useSubject(customerId)
  const href = number === '' ? undefined : externalAddress(data, { customerNumber: number })
  if (href === undefined) return null
  return (
    <ExternalLink href={href} title={m.billing_manage_payments_text()}>
      {m.billing_manage_payments()}
    </ExternalLink>
  )
}
