import { styled } from '@mui/material/styles'
import { useEffect, useReducer, useSyncExternalStore, type ReactNode } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { narrow, sizes } from '#/shared/theme/tokens.ts'
import { Button } from '#/shared/ui/button.tsx'
import { CustomerSubject } from '#/shared/ui/customer-subject.tsx'
import { useNotices } from '#/shared/ui/notice-region.tsx'
import { undoDuration, type Notice } from '#/shared/ui/notices.ts'
import { useWorkspaceState } from '#/workspace/workspace-context.ts'

const Bar = styled('footer')({
  ...type.meta,
  display: 'flex',
  alignItems: 'center',
  gap: 16,
  minWidth: 0,
  padding: '0 12px',
  borderTop: `1px solid ${color.hairline}`,
  color: color.secondary,
  backgroundColor: color.canvas,
  [narrow]: { minHeight: sizes.controlTouch, '&:empty': { display: 'none' } },
})

const Last = styled('span')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minWidth: 0,
  marginRight: 'auto',
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& > button': { minHeight: 20, padding: '0 6px', fontSize: 'inherit', color: color.accent },
  [narrow]: { '& > button': { minHeight: sizes.controlTouch } },
})

/** What was done last and can be undone, once its notice has gone. */
function LastUndo({ notice }: { notice: Notice }) {
  const notices = useNotices()
  const { id, subject, text } = notice
  return (
    <Last>
      {subject ? <CustomerSubject subject={subject} /> : null}
      <span>{text}</span>
      <Button variant="text" aria-keyshortcuts="u" onClick={() => notices.undo(id)}>
        {m.common_undo()}
      </Button>
    </Last>
  )
}

/** What can be undone now; looks again when its time is over. */
function useHiddenUndo(): Notice | undefined {
  const notices = useNotices()
  const [, lookAgain] = useReducer((count: number) => count + 1, 0)
  const notice = useSyncExternalStore(notices.subscribe, notices.hiddenUndo)

  useEffect(() => {
    if (!notice) return undefined
    const timer = setTimeout(lookAgain, notice.at + undoDuration - Date.now())
    return () => clearTimeout(timer)
  }, [notice])

  return notice
}

/** The line along the bottom of the window: what can be undone, and in `children` short words on how things stand. */
export function StatusBar({ children }: { children?: ReactNode }) {
  const notice = useHiddenUndo()
  const isStored = useWorkspaceState((state) => state.isStored)
  return (
    <Bar aria-label={m.workspace_status_bar()} data-screen>
      {notice ? <LastUndo key={notice.id} notice={notice} /> : null}
      {isStored ? null : <span>{m.workspace_not_stored()}</span>}
      {children}
    </Bar>
  )
}
