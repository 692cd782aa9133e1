import { Button } from '#/shared/ui/button.tsx'
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'

const Bar = styled('div')({
  position: 'sticky',
  zIndex: 2,
  bottom: 0,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  marginTop: 16,
  padding: '10px 0',
  backgroundColor: color.surface,
  borderTop: `1px solid ${color.hairline}`,
  '& > span': { color: color.secondary },
})

interface Props {
  /** The save is on its way; both buttons wait. */
  isBusy: boolean
  onCancel: () => void
  saveLabel?: string
  /** A word beside the buttons, for example how many fields changed. */
  children?: ReactNode
}

/** Save and Cancel at the bottom of a form, always in view. Save submits. */
export function FormActions({ isBusy, onCancel, saveLabel = m.common_save(), children }: Props) {
  return (
    <Bar>
      <Button
        // Disabled for good would lose the focus; as a plain button it submits nothing.
        type={isBusy ? 'button' : 'submit'}
        variant="contained"
        color="primary"
        aria-disabled={isBusy}
        aria-busy={isBusy}
      >
        {saveLabel}
      </Button>
      <Button onClick={onCancel} disabled={isBusy}>
        {m.common_cancel()}
      </Button>
      {children ? <span>{children}</span> : null}
      <VisuallyHidden as="output">{isBusy ? m.common_saving() : ''}</VisuallyHidden>
    </Bar>
  )
}
