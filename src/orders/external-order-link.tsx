import { useQuery } from '@tanstack/react-query'
import { m } from '#/shared/i18n/generated/messages.js'
import { configQuery } from '#/shared/session/config.queries.ts'
import { externalAddress, ExternalLink } from '#/shared/ui/external-link.tsx'

/** Leads to the order in the system that owns it, where one is configured. */
export function ExternalOrderLink({ number }: { number: string }) {
  const { data } = useQuery({ ...configQuery, select: ({ links }) => links['order'] })
  const href = externalAddress(data, { number })
  if (href === undefined) return null
  return (
    <span style={{ marginLeft: 'auto' }}>
      <ExternalLink href={href} title={m.orders_external_text()}>
        {m.orders_external()}
      </ExternalLink>
    </span>
  )
}
