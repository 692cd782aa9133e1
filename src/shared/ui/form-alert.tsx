import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { color } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'
import { Icon } from '#/shared/ui/icon.tsx'

const Root = styled('div')({
  display: 'flex',
  gap: 8,
  padding: '8px 12px',
  borderRadius: sizes.radius,
  border: `1px solid ${color.critical}`,
  backgroundColor: color.criticalSoft,
  '& > svg': { color: color.critical, marginTop: 2 },
  '& > div': { minWidth: 0, overflowWrap: 'anywhere' },
})

/** Why a form or dialog could not do what was asked; said at once. */
export function FormAlert({ children }: { children: ReactNode }) {
  return (
    <Root role="alert">
      <Icon name="error" />
      <div>{children}</div>
    </Root>
  )
}
