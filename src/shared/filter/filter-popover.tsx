import { Button } from '#/shared/ui/button.tsx'
import Popover from '@mui/material/Popover'
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'

const Foot = styled('div')({
  display: 'flex',
  justifyContent: 'space-between',
  gap: 8,
  padding: 8,
  borderTop: `1px solid ${color.hairline}`,
})

interface Props {
  id: string
  label: string
  anchor: HTMLElement | null
  onClose: () => void
  onClear: (() => void) | undefined
  children: ReactNode
}

/** The fields of one filter. Changes apply at once; Escape and a click outside close it. */
export function FilterPopover({ id, label, anchor, onClose, onClear, children }: Props) {
  return (
    <Popover
      open
      id={id}
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{ paper: { role: 'dialog', 'aria-label': label, sx: { minWidth: 220, maxWidth: 320, mt: 0.5 } } }}
    >
      {children}
      <Foot>
        <Button size="small" disabled={!onClear} onClick={onClear}>
          {m.common_clear()}
        </Button>
        <Button size="small" onClick={onClose}>
          {m.common_done()}
        </Button>
      </Foot>
    </Popover>
  )
}
