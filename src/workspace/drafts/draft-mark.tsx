import { styled } from '@mui/material/styles'
import { useShallow } from 'zustand/react/shallow'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { Icon } from '#/shared/ui/icon.tsx'
import { draftsIn, isAllStored, useDraftsState } from '#/workspace/drafts/drafts.ts'
import { isStored } from '#/workspace/drafts/draft-slot.ts'
import { useWorkspaceState } from '#/workspace/workspace-context.ts'

/** Something is unsaved: stored as a draft, or not yet, or somebody else saved under it. */
export type DraftMarkKind = 'unstored' | 'stored' | 'conflict'

const Root = styled('i')({
  flex: 'none',
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  width: 12,
  color: color.accent,
  '&[data-mark="conflict"]': { color: color.caution },
  '&[data-mark="unstored"]::before': {
    content: '""',
    width: 8,
    height: 8,
    borderRadius: '50%',
    backgroundColor: color.accent,
  },
})

/** What is unsaved in a record. */
export function useDraftMark(recordId: string): DraftMarkKind | undefined {
  const unsaved = useWorkspaceState((state) => state.unsaved[recordId])
  const areStored = useDraftsState((state) => unsaved !== undefined && isAllStored(state, recordId, unsaved))
  const isConflicted = useWorkspaceState((state) => state.conflicted[recordId] !== undefined)
  if (unsaved === undefined) return undefined
  if (isConflicted) return 'conflict'
  return areStored ? 'stored' : 'unstored'
}

/** What is unsaved in a record, by section. */
export function useSectionMarks(recordId: string): Readonly<Record<string, DraftMarkKind>> {
  const conflicted = useWorkspaceState((state) => state.conflicted[recordId])
  return useDraftsState(
    useShallow((state) => {
      const marks: Record<string, DraftMarkKind> = {}
      for (const draft of draftsIn(state, recordId)) {
        const { section } = draft.place
        marks[section] = isStored(draft) && marks[section] !== 'unstored' ? 'stored' : 'unstored'
      }
      for (const section of (conflicted ?? []).map((form) => form.split('/')[0] ?? form)) {
        if (marks[section]) marks[section] = 'conflict'
      }
      return marks
    }),
  )
}

const texts: Record<DraftMarkKind, () => string> = {
  stored: m.drafts_mark_stored,
  unstored: m.workspace_unsaved,
  conflict: m.workspace_conflict,
}

export const draftMarkText = (mark: DraftMarkKind): string => texts[mark]()

const icons = { stored: 'edit', conflict: 'alert' } as const

export const draftMarkIcon = (mark: DraftMarkKind) => (mark === 'unstored' ? 'edit' : icons[mark])

/** A dot, a pen once it is stored, a warning sign for a conflict; whoever shows it says the same in words. */
export function DraftMark({ mark }: { mark: DraftMarkKind }) {
  return (
    <Root aria-hidden="true" data-mark={mark}>
      {mark === 'unstored' ? null : <Icon name={icons[mark]} size={12} />}
    </Root>
  )
}
