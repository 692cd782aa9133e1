import { m } from '#/shared/i18n/generated/messages.js'
import { MenuView } from '#/shared/ui/menu-view.tsx'
import { closeAllLabel, closeOthersLabel } from '#/workspace/close-labels.ts'
import { unpinned } from '#/workspace/pins.ts'
import { recordName, useOpenIds, useRecordTitles } from '#/workspace/record-titles.tsx'
import { useWorkspace, useWorkspaceState } from '#/workspace/workspace-context.ts'

interface Props {
  id: string
  tab: HTMLElement
  onClose: (ids: readonly string[]) => void
  onMove: (id: string, by: number) => void
  onDone: () => void
}

/** Actions for the tab of a record; loaded when first asked for. */
export function TabMenu({ id, tab, onClose, onMove, onDone }: Props) {
  const ids = useOpenIds()
  const name = recordName(useRecordTitles(), id)
  const workspace = useWorkspace()
  const pinned = useWorkspaceState((state) => state.pinned)
  const isPinned = pinned.includes(id)
  const all = unpinned(ids, pinned)
  const others = all.filter((other) => other !== id)
  const at = ids.indexOf(id)
  /** Pinned ones stay among themselves. */
  const canMove = (to: number) => ids[to] !== undefined && pinned.includes(ids[to]) === isPinned
  const copy = () => void navigator.clipboard.writeText(new URL(tab.getAttribute('href') ?? '', document.baseURI).href)
  const moves = [
    ...(canMove(at - 1) ? [{ label: m.workspace_move_left(), onSelect: () => onMove(id, -1) }] : []),
    ...(canMove(at + 1) ? [{ label: m.workspace_move_right(), onSelect: () => onMove(id, 1) }] : []),
  ]
  return (
    <MenuView
      label={m.workspace_tab_menu({ name })}
      anchor={{ current: tab }}
      onClose={onDone}
      groups={[
        [
          { label: m.workspace_close_one(), onSelect: () => onClose([id]) },
          ...(others.length > 0 ? [{ label: closeOthersLabel(pinned), onSelect: () => onClose(others) }] : []),
          ...(all.length > 0 ? [{ label: closeAllLabel(pinned), onSelect: () => onClose(all) }] : []),
        ],
        [
          {
            label: isPinned ? m.workspace_unpin() : m.workspace_pin(),
            icon: 'pin',
            onSelect: () => workspace.pin(id, !isPinned),
          },
        ],
        moves,
        [{ label: m.workspace_copy_address(), onSelect: copy }],
      ]}
    />
  )
}
