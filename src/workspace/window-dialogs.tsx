import { lazy, Suspense } from 'react'
import { useStore } from 'zustand'
import { useSession } from '#/shared/session/session-context.ts'
import { CloseQuestion } from '#/workspace/close-question.tsx'
import { useWorkspace, useWorkspaceState } from '#/workspace/workspace-context.ts'

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

  const startAnew = () => {
    workspace.discardUnsaved()
    session.getState().loadPage('/customers')
  }
  return (
    <>
      <CloseQuestion />
      <Suspense fallback={null}>
        {showsKeys ? <ShortcutSheet onDone={() => workspace.showKeys(false)} /> : null}
        {isExpired ? <SessionExpiredDialog onOtherPerson={startAnew} /> : null}
      </Suspense>
    </>
  )
}
