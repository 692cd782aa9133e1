import { lazy, Suspense } from 'react'
import { useStore } from 'zustand'
import { useSession } from '#/shared/session/session-context.ts'
import { useWorkspace, useWorkspaceState } from '#/workspace/workspace-context.ts'

const CloseQuestion = lazy(async () => ({
  default: (await import('#/workspace/close-question.tsx')).CloseQuestion,
}))
const ShortcutSheet = lazy(async () => ({
  default: (await import('#/workspace/shortcut-sheet.tsx')).ShortcutSheet,
}))
const SessionExpiredDialog = lazy(async () => ({
  default: (await import('#/shared/session/session-expired-dialog.tsx')).SessionExpiredDialog,
}))

/** Dialogs of the whole window; loaded when first needed. */
export function WindowDialogs() {
  const workspace = useWorkspace()
  const session = useSession()
  const isExpired = useStore(session, (state) => state.expired)
  const showsKeys = useWorkspaceState((state) => state.showsKeys)
  const isAsking = useWorkspaceState((state) => state.asking !== null)
  return (
    <Suspense fallback={null}>
      {isAsking ? <CloseQuestion /> : null}
      {showsKeys ? <ShortcutSheet onDone={() => workspace.showKeys(false)} /> : null}
      {isExpired ? <SessionExpiredDialog /> : null}
    </Suspense>
  )
}
