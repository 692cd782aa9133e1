import { lazy, Suspense, useState } from 'react'
import { deleteSession } from '#/contract/session.ts'
import { api } from '#/shared/api/api.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { PersonMenu } from '#/shared/session/person-menu.tsx'
import { leavePage } from '#/shared/session/session.ts'
import { useSession } from '#/shared/session/session-context.ts'
import { ConfirmDialog } from '#/shared/ui/confirm-dialog.tsx'
import { useNotices } from '#/shared/ui/notice-region.tsx'
import { unstoredRecords, useDrafts } from '#/workspace/drafts/drafts.ts'
import { signInPath } from '#/workspace/workspace-address.ts'
import { useWorkspace } from '#/workspace/workspace-context.ts'

const UnstoredSubjects = lazy(async () => ({
  default: (await import('#/workspace/close-question.tsx')).UnstoredSubjects,
}))

/** The person's menu. Signed out, what is unsaved stays as drafts; only what could not be stored is asked about. */
export function PersonCorner() {
  const workspace = useWorkspace()
  const drafts = useDrafts()
  const session = useSession()
  const notices = useNotices()
  const [isAsking, setAsking] = useState(false)

  const signOut = async () => {
    try {
      await api(deleteSession)
    } catch (error) {
      if (!isApiError(error, 'unauthenticated', 'session-expired')) throw error
    }
    session.getState().tellWindows({ kind: 'signedOut' })
    leavePage(session, signInPath)
  }
  const askToSignOut = async () => {
    await Promise.all([drafts.engine?.flush(), workspace.keeper?.flush()])
    if (unstoredRecords(drafts.store.getState(), workspace.store.getState().unsaved).length > 0) setAsking(true)
    else await signOut().catch(() => notices.show({ kind: 'error', text: m.shell_sign_out_failed() }))
  }
  return (
    <>
      <PersonMenu onShowKeys={() => workspace.showKeys()} onSignOut={() => void askToSignOut()} />
      <ConfirmDialog
        isOpen={isAsking}
        title={m.shell_sign_out_question()}
        confirmLabel={m.shell_sign_out()}
        isDestructive
        errorText={() => m.shell_sign_out_failed()}
        onConfirm={signOut}
        onCancel={() => setAsking(false)}
      >
        <Suspense fallback={null}>
          <UnstoredSubjects />
        </Suspense>
      </ConfirmDialog>
    </>
  )
}
