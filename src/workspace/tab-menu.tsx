import { m } from '#/shared/i18n/generated/messages.js'
import { MenuView } from '#/shared/ui/menu-view.tsx'
import { recordName, useOpenIds, useRecordTitles } from '#/workspace/record-titles.tsx'

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
  const others = ids.filter((other) => other !== id)
  const at = ids.indexOf(id)
  const copy = () => void navigator.clipboard.writeText(new URL(tab.getAttribute('href') ?? '', document.baseURI).href)
  const moves = [
    ...(at > 0 ? [{ label: m.workspace_move_left(), onSelect: () => onMove(id, -1) }] : []),
    ...(at < ids.length - 1 ? [{ label: m.workspace_move_right(), onSelect: () => onMove(id, 1) }] : []),
  ]
  return (
    <MenuView
      label={m.workspace_tab_menu({ name })}
      anchor={{ current: tab }}
      onClose={onDone}
      groups={[
        [
          { label: m.workspace_close_one(), onSelect: () => onClose([id]) },
          ...(others.length > 0 ? [{ label: m.workspace_close_others(), onSelect: () => onClose(others) }] : []),
          { label: m.workspace_close_all(), onSelect: () => onClose(ids) },
        ],
        moves,
        [{ label: m.workspace_copy_address(), onSelect: copy }],
      ]}
    />
  )
}
