import { styled } from '@mui/material/styles'
import { useStore } from 'zustand'
import { formatMoment } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { useSession } from '#/shared/session/session-context.ts'
import { color } from '#/shared/theme/color.ts'
import { Icon } from '#/shared/ui/icon.tsx'

const Root = styled('output')({
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  marginLeft: 'auto',
  color: color.caution,
})

/** Says that the session is about to end, to who has typed something that is not saved. */
export function SessionStatus({ hasUnsaved }: { hasUnsaved: boolean }) {
  const endsAt = useStore(useSession(), (state) => state.endsAt)
  if (endsAt === null || !hasUnsaved) return null
  return (
    <Root>
      <Icon name="alert" size={14} />
      <span>{m.shell_session_ends({ at: formatMoment(endsAt) })}</span>
    </Root>
  )
}
