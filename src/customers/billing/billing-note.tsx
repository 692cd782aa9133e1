import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { color, type } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'
import { Icon } from '#/shared/ui/icon.tsx'

const Root = styled('div')({
  ...type.table,
  display: 'flex',
  gap: 8,
  padding: '8px 12px',
  border: `1px solid ${color.hairline}`,
  borderRadius: sizes.radius,
  backgroundColor: color.canvas,
  overflowWrap: 'anywhere',
  '& > svg': { marginTop: 2, color: color.secondary },
  '&[data-warning="true"]': { borderColor: color.caution, '& > svg': { color: color.caution } },
})

interface Props {
  /** What follows may be unwelcome. */
  isWarning?: boolean
  children: ReactNode
}

/** What one has to know here, in a sentence. */
export function BillingNote({ isWarning = false, children }: Props) {
  return (
    <Root data-warning={isWarning}>
      <Icon name={isWarning ? 'alert' : 'info'} size={14} />
      <div>{children}</div>
    </Root>
  )
}
