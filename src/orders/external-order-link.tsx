import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { m } from '#/shared/i18n/generated/messages.js'
import { configQuery } from '#/shared/session/config.queries.ts'
import { color, type } from '#/shared/theme/color.ts'
import { Icon } from '#/shared/ui/icon.tsx'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'

const External = styled('a')({
  ...type.table,
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  marginLeft: 'auto',
  color: color.accent,
})

/** The address that a template makes of an order's number; nothing for what is no web address. */
function externalAddress(template: string | undefined, number: string): string | undefined {
  const address = template?.replaceAll('{number}', encodeURIComponent(number))
  return address && /^https?:\/\//.test(address) ? address : undefined
}

/** Leads to the order in the system that owns it, where one is configured. */
export function ExternalOrderLink({ number }: { number: string }) {
  const { data } = useQuery({ ...configQuery, select: ({ links }) => links['order'] })
  const href = externalAddress(data, number)
  if (href === undefined) return null
  return (
    <External href={href} target="_blank" rel="noopener noreferrer" title={m.orders_external_text()}>
      {m.orders_external()}
      <Icon name="external" size={14} />
      <VisuallyHidden>({m.orders_external_text()})</VisuallyHidden>
    </External>
  )
}
