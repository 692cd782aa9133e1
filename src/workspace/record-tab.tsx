import { styled } from '@mui/material/styles'
import { memo, type MouseEvent } from 'react'
import { color, focusRingInset, type } from '#/shared/theme/color.ts'
import { ColourMark } from '#/shared/ui/colour-mark.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { StatusShape, type Tone } from '#/shared/ui/status-badge.tsx'
import { DraftMark, useDraftMark } from '#/workspace/drafts/draft-mark.tsx'
import { isPlainClick } from '#/workspace/plain-click.ts'
import { panelId, tabDescriptionId, tabId } from '#/workspace/record-ids.ts'
import { recordPath } from '#/workspace/workspace-address.ts'
import { useWorkspace, useWorkspaceState } from '#/workspace/workspace-context.ts'

/** Tabs and the close buttons above them share these widths, so that they line up. */
export const tabMinWidth = 120
export const tabWidth = { flex: '1 1 0', minWidth: tabMinWidth, maxWidth: 220 } as const

const Anchor = styled('a')({
  ...type.table,
  ...tabWidth,
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  padding: '0 30px 0 10px',
  color: color.secondary,
  textDecoration: 'none',
  borderRight: `1px solid ${color.hairline}`,
  WebkitTouchCallout: 'none',
  '&:hover': { color: color.text, backgroundColor: color.hover },
  // Covers the line under the strip: the tab and the header below are one surface.
  '&[aria-selected="true"]': { color: color.text, fontWeight: 500, backgroundColor: color.surface },
  '&:focus-visible': focusRingInset,
  userSelect: 'none',
  '&[data-dragging]': { opacity: 0.6, cursor: 'grabbing' },
  '& > b': { fontWeight: 'inherit', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& > small': { ...type.meta, flex: 'none', color: color.secondary },
  '& > span[data-shape]': { height: 16, alignSelf: 'center' },
})

interface Props {
  id: string
  name: string
  /** Shown when another open record has the same name. */
  number: string | undefined
  /** Its state is out of the ordinary; the description of the tab says in which way. */
  tone: Tone | undefined
  onMenu: (id: string, tab: HTMLElement) => void
}

/** Tab of one open record: a real link. Renders again only when something of its own changes. */
export const RecordTab = memo(function RecordTab({ id, name, number, tone, onMenu }: Props) {
  const workspace = useWorkspace()
  const isActive = useWorkspaceState((state) => state.active === id)
  const isTabStop = useWorkspaceState((state) => (state.active ?? state.records[0]?.id) === id)
  const isMounted = useWorkspaceState((state) => state.mounted.includes(id))
  const mark = useDraftMark(id)
  const isPinned = useWorkspaceState((state) => state.pinned.includes(id))
  const section = useWorkspaceState((state) => state.records.find((record) => record.id === id)?.section ?? 'account')

  const click = (event: MouseEvent<HTMLAnchorElement>) => {
    // The press that ends a drag is no click.
    if (!isPlainClick(event) || event.defaultPrevented) return
    event.preventDefault()
    // A press of the pointer goes back to where the person was in the record; the keyboard stays among the tabs.
    if (event.detail > 0 && !isActive) event.currentTarget.blur()
    workspace.show(id)
  }
  return (
    <Anchor
      role="tab"
      id={tabId(id)}
      href={recordPath(id, section)}
      aria-selected={isActive}
      aria-controls={isMounted ? panelId(id) : undefined}
      aria-describedby={tabDescriptionId(id)}
      tabIndex={isTabStop ? 0 : -1}
      draggable={false}
      data-record={id}
      onClick={click}
      onContextMenu={(event) => {
        if (event.shiftKey && event.button === 2) return
        event.preventDefault()
        onMenu(id, event.currentTarget)
      }}
    >
      <ColourMark id={id} />
      {mark ? <DraftMark mark={mark} /> : null}
      {isPinned ? <Icon name="pin" size={12} filled /> : null}
      {tone ? <StatusShape tone={tone} /> : null}
      <b>{name}</b>
      {number === undefined ? null : <small aria-hidden="true">{number}</small>}
    </Anchor>
  )
})
