import { useQuery } from '@tanstack/react-query'
import { useEditReason } from '#/customers/record/edit-reason.ts'
import { useSubject } from '#/customers/record/use-subject.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { configQuery } from '#/shared/session/config.queries.ts'
import { externalAddress, ExternalLink } from '#/shared/ui/external-link.tsx'

/** Leads to the shop, where products are sold: where one is configured, and to those who may sell to the customer. */
export function AddProductLink({ customerId }: { customerId: string }) {
  const { data: template } = useQuery({ ...configQuery, select: ({ links }) => links['addProduct'] })
  const reason = useEditReason(customerId)
  const { number } = useSubject(customerId)
  const href = number === '' ? undefined : externalAddress(template, { customerNumber: number })
  if (href === undefined || reason !== undefined) return null
  return (
    <ExternalLink href={href} title={m.products_add_text()}>
      {m.products_add()}
    </ExternalLink>
  )
}
