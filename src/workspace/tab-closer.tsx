import { styled } from '@mui/material/styles'
import { memo } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { IconButton } from '#/shared/ui/icon-button.tsx'
import { draftMarkText, useDraftMark } from '#/workspace/drafts/draft-mark.tsx'
import { tabDescriptionId } from '#/workspace/record-ids.ts'
import { tabWidth } from '#/workspace/record-tab.tsx'
import { useWorkspaceState } from '#/workspace/workspace-context.ts'

const Slot = styled('div')({
  ...tabWidth,
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'flex-end',
  paddingRight: 4,
  '& > button': { pointerEvents: 'auto' },
})

interface Props {
  id: string
  name: string
  number: string | undefined
  /** What is out of the ordinary with it. */
  mark: string | undefined
  onClose: (id: string) => void
}

/** Close button over the tab of a record, and what describes the tab: they may not stand inside the list of tabs. */
export const TabCloser = memo(function TabCloser({ id, name, number, mark, onClose }: Props) {
  const isActive = useWorkspaceState((state) => state.active === id)
  const draft = useDraftMark(id)
  const isPinned = useWorkspaceState((state) => state.pinned.includes(id))
  const about = [number, mark, isPinned ? m.workspace_pinned() : '', draft ? draftMarkText(draft) : ''].filter(Boolean)
  return (
    <Slot>
      <span id={tabDescriptionId(id)} hidden>
        {about.join(', ')}
      </span>
      <IconButton
        label={m.workspace_close({ name })}
        aria-describedby={tabDescriptionId(id)}
        icon="close"
        size="small"
        tabIndex={isActive ? 0 : -1}
        onClick={() => onClose(id)}
      />
    </Slot>
  )
})
