import { m } from '#/shared/i18n/generated/messages.js'
import type { MenuAction } from '#/shared/ui/menu-action.ts'
import { MenuButton } from '#/shared/ui/menu-button.tsx'
import { draftsIn, useDrafts } from '#/workspace/drafts/drafts.ts'
import { sectionOf } from '#/workspace/open-records.ts'
import type { RecordKind } from '#/workspace/record-kind.ts'
import { recordName } from '#/workspace/record-titles.tsx'
import { useWorkspace } from '#/workspace/workspace-context.ts'

export interface ClosedDraftsProps {
  kind: RecordKind
  ids: readonly string[]
}

/** The loaded part of `ClosedDrafts`. */
export function ClosedDraftsView({ kind, ids }: ClosedDraftsProps) {
  const workspace = useWorkspace()
  const { store } = useDrafts()
  // oxlint-disable-next-line react/hooks -- the kind of a frame is one constant
  const titles = kind.useTitles(ids)
  const label = m.drafts_closed({ count: ids.length })
  const actionOf = (id: string): MenuAction => {
    const [draft] = draftsIn(store.getState(), id)
    const label = [recordName(titles, id), titles.get(id)?.number].filter(Boolean).join(' ')
    return { label, onSelect: () => workspace.show(id, sectionOf(draft?.place.section, id)) }
  }
  return (
    <MenuButton label={label} groups={() => [ids.map(actionOf)]} size="small">
      {label}
    </MenuButton>
  )
}
