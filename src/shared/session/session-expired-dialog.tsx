import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import type { Me } from '#/contract/me.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { meQuery } from '#/shared/session/me.queries.ts'
import { resumeSession, startAnew } from '#/shared/session/resume-session.ts'
import { useSession } from '#/shared/session/session-context.ts'
import { SignInForm } from '#/shared/session/sign-in-form.tsx'
import { color, type } from '#/shared/theme/color.ts'

/** Signs in again over the work that is open; for the same person it stays as it is. */
export function SessionExpiredDialog() {
  const id = useId()
  const session = useSession()
  const client = useQueryClient()
  const before = client.getQueryData(meQuery.queryKey)

  const goOn = (me: Me) => {
    session.getState().tellWindows({ kind: 'signedIn', staffId: me.id })
    if (before && me.id !== before.id) return startAnew({ session, client })
    client.setQueryData(meQuery.queryKey, me)
    resumeSession({ session, client })
  }
  return (
    <Dialog open fullWidth maxWidth="xs" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
      <DialogTitle id={`${id}-title`}>{m.shell_expired_title()}</DialogTitle>
      <DialogContent>
        <div id={`${id}-text`}>
          <p>{m.shell_expired_text()}</p>
          <p style={{ ...type.table, color: color.secondary, margin: '4px 0 16px' }}>{m.shell_expired_other()}</p>
        </div>
        <SignInForm username={before?.username ?? ''} onSignedIn={goOn} />
      </DialogContent>
    </Dialog>
  )
}
