import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import type { ReactNode, SubmitEvent } from 'react'
import { CustomerSubject, type Subject } from '#/shared/ui/customer-subject.tsx'

interface Props {
  id: string
  title: string
  subject: Subject
  isBusy: boolean
  /** Something was typed that only Cancel may throw away. */
  isTyped: boolean
  onClose: () => void
  /** Nothing where there is nothing to send any more. */
  onSubmit?: ((event: SubmitEvent<HTMLFormElement>) => void) | undefined
  actions: ReactNode
  children: ReactNode
}

/** A dialog about one customer that asks for a reason. Neither a click beside it nor a key loses what was typed. */
export function ReasonDialog({ id, title, subject, isBusy, isTyped, onClose, onSubmit, actions, children }: Props) {
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={(_event, cause) => {
        if (!isBusy && cause === 'escapeKeyDown' && !isTyped) onClose()
      }}
      aria-labelledby={`${id}-title`}
    >
      <form
        noValidate
        aria-labelledby={`${id}-title`}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBusy) onSubmit?.(event)
        }}
        style={{ display: 'contents' }}
      >
        <DialogTitle id={`${id}-title`}>{title}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 3, alignContent: 'start', overflowWrap: 'anywhere' }}>
          <CustomerSubject subject={subject} id={`${id}-subject`} />
          {children}
        </DialogContent>
        <DialogActions>{actions}</DialogActions>
      </form>
    </Dialog>
  )
}
