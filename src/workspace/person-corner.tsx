import { useState } from 'react'
import { deleteSession } from '#/contract/session.ts'
import { api } from '#/shared/api/api.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { PersonMenu } from '#/shared/session/person-menu.tsx'
import { useSession } from '#/shared/session/session-context.ts'
import { ConfirmDialog } from '#/shared/ui/confirm-dialog.tsx'
import { useNotices } from '#/shared/ui/notice-region.tsx'
import { UnsavedSubjects } from '#/workspace/close-question.tsx'
import { signInPath } from '#/workspace/workspace-address.ts'
import { useWorkspace } from '#/workspace/workspace-context.ts'

/** The person's menu; signing out asks first while edits are unsaved. */
export function PersonCorner() {
  const workspace = useWorkspace()
  const session = useSession()
  const notices = useNotices()
  const [isAsking, setAsking] = useState(false)

  const signOut = async () => {
    try {
      await api(deleteSession)
    } catch (error) {
      if (!isApiError(error, 'unauthenticated', 'session-expired')) throw error
    }
    workspace.discardUnsaved()
    session.getState().loadPage(signInPath)
  }
  const askToSignOut = () => {
    if (Object.keys(workspace.store.getState().unsaved).length > 0) setAsking(true)
    else signOut().catch(() => notices.show({ kind: 'error', text: m.shell_sign_out_failed() }))
  }
  return (
    <>
      <PersonMenu onShowKeys={() => workspace.showKeys()} onSignOut={askToSignOut} />
      <ConfirmDialog
        isOpen={isAsking}
        title={m.shell_sign_out_question()}
        confirmLabel={m.shell_sign_out()}
        isDestructive
        errorText={() => m.shell_sign_out_failed()}
        onConfirm={signOut}
        onCancel={() => setAsking(false)}
      >
        <UnsavedSubjects />
      </ConfirmDialog>
    </>
  )
}
