import { lazy, Suspense } from 'react'
import type { ConfirmDialogProps } from '#/shared/ui/confirm-dialog-view.tsx'

const ConfirmDialogView = lazy(async () => ({
  default: (await import('#/shared/ui/confirm-dialog-view.tsx')).ConfirmDialogView,
}))

/** Asks before doing; loads its view when first opened. Closes only when the caller says so, in the success path. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return props.isOpen ? (
    <Suspense fallback={null}>
      <ConfirmDialogView {...props} />
    </Suspense>
  ) : null
}
