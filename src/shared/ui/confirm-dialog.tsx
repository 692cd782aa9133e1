import { lazy, Suspense, type ReactNode } from 'react'
import type { Subject } from '#/shared/ui/customer-subject.tsx'

const ConfirmDialogView = lazy(async () => ({
  default: (await import('#/shared/ui/confirm-dialog-view.tsx')).ConfirmDialogView,
}))

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

/** Asks before doing; loads its view when first opened. Closes only when the caller says so, in the success path. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return props.isOpen ? (
    <Suspense fallback={null}>
      <ConfirmDialogView {...props} />
    </Suspense>
  ) : null
}
