import { Button } from '#/shared/ui/button.tsx'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState, type ReactNode } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { CustomerSubject, type Subject } from '#/shared/ui/customer-subject.tsx'
import { FormAlert } from '#/shared/ui/form-alert.tsx'
import { useSwitchGuard } from '#/shared/ui/switch-guard.ts'

export interface ConfirmDialogProps {
  isOpen: boolean
  /** The question, for example "Delete this address?". */
  title: string
  /** The customer it is about; shown with mark, name and number. */
  subject?: Subject | undefined
  /** What will happen. */
  children?: ReactNode
  /** Verb on the confirming button, for example "Delete". */
  confirmLabel: string
  /** Red confirming button; Cancel gets the first focus. */
  isDestructive?: boolean
  /** Resolve to let the caller close; the dialog is busy until then and shows what `errorText` makes of a rejection. */
  onConfirm: () => void | Promise<unknown>
  onCancel: () => void
  /** Sentence for a failure; a general one by default. */
  errorText?: (error: unknown) => string
  /** Other ways out, left of Cancel. */
  extraActions?: ReactNode
}

const generalError = () => m.errors_action_failed()

/** Where the dialog starts: on the harmless button when the other destroys. */
const focusOnOpen = (button: HTMLButtonElement | null) => button?.focus()

/** The loaded part of `ConfirmDialog`. */
export function ConfirmDialogView({
  title,
  subject,
  children,
  confirmLabel,
  isDestructive = false,
  onConfirm,
  onCancel,
  errorText = generalError,
  extraActions,
}: ConfirmDialogProps) {
  const id = useId()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const { holdsBack, warning } = useSwitchGuard({ isDestructive, isAnswer: true })

  const confirm = async () => {
    if (isBusy) return
    setBusy(true)
    setError(undefined)
    try {
      await onConfirm()
    } catch (failure) {
      setError(errorText(failure))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog
      open
      fullWidth
      maxWidth="xs"
      onClose={() => isBusy || onCancel()}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
    >
      <DialogTitle id={`${id}-title`}>{title}</DialogTitle>
      <DialogContent id={`${id}-text`} sx={{ display: 'grid', gap: 3, alignContent: 'start' }}>
        {subject ? <CustomerSubject subject={subject} id={`${id}-subject`} /> : null}
        {children ? <div>{children}</div> : null}
        {warning ? <FormAlert>{warning}</FormAlert> : null}
        {error ? <FormAlert>{error}</FormAlert> : null}
      </DialogContent>
      <DialogActions>
        {extraActions}
        <Button onClick={onCancel} disabled={isBusy} ref={isDestructive ? focusOnOpen : null}>
          {m.common_cancel()}
        </Button>
        <Button
          variant="contained"
          color={isDestructive ? 'error' : 'primary'}
          onClick={(event) => holdsBack(event) || void confirm()}
          aria-describedby={subject ? `${id}-subject` : undefined}
          // Disabled for good would lose the focus.
          aria-disabled={isBusy}
          ref={isDestructive ? null : focusOnOpen}
          aria-busy={isBusy}
        >
          {confirmLabel}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
