import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { color, type } from '#/shared/theme/color.ts'
import { Icon, type IconName } from '#/shared/ui/icon.tsx'

const Root = styled('span')({
  ...type.meta,
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  padding: '2px 6px',
  borderRadius: 4,
  whiteSpace: 'nowrap',
  '&[data-tone="caution"]': { color: color.caution, backgroundColor: color.cautionSoft },
  '&[data-tone="critical"]': { color: color.critical, backgroundColor: color.criticalSoft },
  '&[data-tone="neutral"]': { color: color.secondary, backgroundColor: color.neutralSoft },
})

interface Props {
  icon: IconName
  tone: 'caution' | 'critical' | 'neutral'
  /** More, for those who point at it. */
  title?: string
  children: ReactNode
}

/** Something that holds beside the status: each has a mark of its own and a word. */
export function RecordFlag({ icon, tone, title, children }: Props) {
  return (
    <Root data-tone={tone} title={title}>
      <Icon name={icon} size={12} />
      {children}
    </Root>
  )
}
