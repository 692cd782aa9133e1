import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { color, type } from '#/shared/theme/color.ts'
import { Icon } from '#/shared/ui/icon.tsx'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'

const External = styled('a')({
  ...type.table,
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  color: color.accent,
})

/** The address that a configured template makes of what it names in braces; nothing for what is no web address. */
export function externalAddress(template: string | undefined, values: Record<string, string>): string | undefined {
  const address = template?.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    return value === undefined ? whole : encodeURIComponent(value)
  })
  return address && /^https?:\/\//.test(address) ? address : undefined
}

interface Props {
  href: string
  /** That it opens in a new tab, and where. */
  title: string
  children: ReactNode
}

/** Leads into another system: marked, and in a new tab, so that nothing here is lost. */
export function ExternalLink({ href, title, children }: Props) {
  return (
    <External href={href} target="_blank" rel="noopener noreferrer" title={title}>
      {children}
      <Icon name="external" size={14} /> <VisuallyHidden>({title})</VisuallyHidden>
    </External>
  )
}
