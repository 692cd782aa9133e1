import { Button } from '#/shared/ui/button.tsx'
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'

/** The buttons at the bottom of a form, always in view. */
export const FormBar = styled('div')({
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
  '& > span': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 12px',
    minWidth: 0,
    color: color.secondary,
  },
})

/** A sentence in the bar, in a line of its own; a long one is cut, for it must not hide the fields. */
export const FormBarNote = styled('span')({
  ...type.meta,
  flexBasis: '100%',
  display: '-webkit-box',
  overflow: 'hidden',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
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
    <FormBar>
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
    </FormBar>
  )
}
