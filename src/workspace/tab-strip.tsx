import { styled } from '@mui/material/styles'
import { lazy, Suspense, useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'
import { OpenListButton } from '#/workspace/open-list-button.tsx'
import { recordName, useOpenIds, useRecordTitles, type RecordTitles } from '#/workspace/record-titles.tsx'
import { RecordTab, tabMinWidth } from '#/workspace/record-tab.tsx'
import { TabCloser } from '#/workspace/tab-closer.tsx'
import { TabTooltip, useTabTooltip } from '#/workspace/tab-tooltip.tsx'
import { useDragOnApproach, useFocusAfterClose, useStripView } from '#/workspace/tab-strip-hooks.ts'
import { useWorkspace, useWorkspaceState } from '#/workspace/workspace-context.ts'

const TabMenu = lazy(async () => ({ default: (await import('#/workspace/tab-menu.tsx')).TabMenu }))
const TabDrag = lazy(async () => ({ default: (await import('#/workspace/tab-drag.tsx')).TabDrag }))

const Scroller = styled('div')({
  flex: '0 1 auto',
  minWidth: 0,
  width: '100%',
  display: 'grid',
  overflowX: 'auto',
  overflowY: 'hidden',
  scrollbarWidth: 'none',
  '& > *': { gridArea: '1 / 1', display: 'flex' },
  '& > [role="group"]': { pointerEvents: 'none' },
})

/** Names that more than one open record has. */
function sharedNames(titles: RecordTitles, ids: readonly string[]): ReadonlySet<string> {
  const names = ids.flatMap((id) => titles.get(id)?.name ?? [])
  return new Set(names.filter((name, index) => names.indexOf(name) !== index))
}

/** The open records as tabs, with their close buttons over them. */
export function TabStrip() {
  const workspace = useWorkspace()
  const ids = useOpenIds()
  const titles = useRecordTitles()
  const shared = useMemo(() => sharedNames(titles, ids), [titles, ids])
  const scroller = useRef<HTMLDivElement>(null)
  const [moved, setMoved] = useState('')
  const [menu, setMenu] = useState<{ id: string; tab: HTMLElement } | null>(null)
  const [drags, startDrags] = useDragOnApproach()
  const tooltip = useTabTooltip()
  const hidden = useStripView(scroller, ids.length)
  const close = useFocusAfterClose(ids)
  const hasClosed = useWorkspaceState((state) => state.closed.length > 0)

  const openMenu = useCallback((id: string, tab: HTMLElement) => setMenu({ id, tab }), [])
  const closeOne = useCallback((id: string) => close([id]), [close])
  const moveTo = (id: string, to: number) => {
    if (to < 0 || to >= ids.length) return
    workspace.move(id, to)
    const place = workspace.store.getState().records.findIndex((record) => record.id === id) + 1
    setMoved(m.workspace_moved({ name: recordName(titles, id), place, count: ids.length }))
  }

  const move = (id: string, by: number) => moveTo(id, ids.indexOf(id) + by)

  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')]
    const at = tabs.findIndex((tab) => tab === event.target)
    const id = ids[at]
    if (id === undefined || event.altKey || event.metaKey) return
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const to = by === undefined ? { Home: 0, End: tabs.length - 1 }[event.key] : (at + by) % tabs.length
    if (by !== undefined && event.ctrlKey && event.shiftKey) move(id, by)
    else if (event.ctrlKey || event.shiftKey) return
    else if (to !== undefined) tabs.at(to)?.focus()
    else if (event.key === ' ') tabs[at]?.click()
    else if (event.key === 'Delete') close([id])
    else return
    event.preventDefault()
  }

  if (ids.length === 0)
    return hasClosed ? <OpenListButton onClose={close}>{m.workspace_recently_closed()}</OpenListButton> : null
  const row = { minWidth: ids.length * tabMinWidth }
  return (
    <>
      <Scroller
        ref={scroller}
        onPointerEnter={startDrags}
        {...tooltip.events}
        onPointerDown={() => {
          startDrags()
          tooltip.events.onPointerDown()
        }}
      >
        {/* The tabs in it take the focus. */}
        {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
        <div role="tablist" aria-label={m.workspace_open_customers()} style={row} onKeyDown={keyDown}>
          {ids.map((id) => {
            const name = recordName(titles, id)
            const number = shared.has(name) ? titles.get(id)?.number : undefined
            const tone = titles.get(id)?.mark?.tone
            return <RecordTab key={id} id={id} name={name} number={number || undefined} tone={tone} onMenu={openMenu} />
          })}
        </div>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is no flex box everywhere */}
        <div role="group" aria-label={m.workspace_close_open_customers()} style={row}>
          {ids.map((id) => (
            <TabCloser
              key={id}
              id={id}
              name={recordName(titles, id)}
              number={titles.get(id)?.number}
              mark={titles.get(id)?.mark?.text}
              onClose={closeOne}
            />
          ))}
        </div>
        <TabTooltip tab={tooltip.tab} onLeave={tooltip.hide} />
      </Scroller>
      <OpenListButton onClose={close}>
        {hidden > 0 ? m.workspace_more({ count: hidden }) : <VisuallyHidden>{m.workspace_list()}</VisuallyHidden>}
      </OpenListButton>
      <VisuallyHidden as="output">{moved}</VisuallyHidden>
      <Suspense fallback={null}>
        {menu ? (
          <TabMenu id={menu.id} tab={menu.tab} onClose={close} onMove={move} onDone={() => setMenu(null)} />
        ) : null}
        {drags ? <TabDrag ids={ids} onMove={moveTo} /> : null}
      </Suspense>
    </>
  )
}
