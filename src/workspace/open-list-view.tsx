import { Button } from '#/shared/ui/button.tsx'
import Popover from '@mui/material/Popover'
import { styled } from '@mui/material/styles'
import { useState, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'
import { foldText } from '#/contract/fold-text.ts'
import { SearchField } from '#/shared/filter/search-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { ColourMark } from '#/shared/ui/colour-mark.tsx'
import { IconButton } from '#/shared/ui/icon-button.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'
import { closeAllLabel, closeOthersLabel } from '#/workspace/close-labels.ts'
import { RecordList } from '#/workspace/record-list.ts'
import { RecentlyClosed } from '#/workspace/recently-closed.tsx'
import { unpinned } from '#/workspace/pins.ts'
import { isPlainClick } from '#/workspace/plain-click.ts'
import { recordName, useRecordTitles, type RecordTitles } from '#/workspace/record-titles.tsx'
import { recordPath } from '#/workspace/workspace-address.ts'
import { useWorkspace, useWorkspaceState } from '#/workspace/workspace-context.ts'

const Top = styled('div')({ display: 'flex', padding: 8, borderBottom: `1px solid ${color.hairline}` })

const Lists = styled('div')({ maxHeight: 'min(560px, 62vh)', overflowY: 'auto' })
const Bottom = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  '&:empty': { display: 'none' },
  padding: 8,
  borderTop: `1px solid ${color.hairline}`,
})
/** Somebody else saved under what is unsaved. */
const Conflict = styled('span')({ flex: 'none', display: 'inline-flex', color: color.caution })
const None = styled('output')({ display: 'block', padding: '16px 12px', color: color.secondary })

interface Props {
  anchor: RefObject<HTMLElement | null>
  onClose: (ids: readonly string[]) => void
  onDone: () => void
}

const focusFirst = (input: HTMLInputElement | null) => input?.focus()

/** Arrows move the focus between the search and the records found. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, li > a, li > button[data-stop]')]
  const at = stops.findIndex(
    (stop) => stop === document.activeElement || stop.parentElement?.contains(document.activeElement),
  )
  stops.at((at + by) % stops.length)?.focus()
  event.preventDefault()
}

/** All open records with a search; loaded when first asked for. */
export function OpenListView({ anchor, onClose, onDone }: Props) {
  const workspace = useWorkspace()
  const records = useWorkspaceState((state) => state.records)
  const active = useWorkspaceState((state) => state.active)
  const pinned = useWorkspaceState((state) => state.pinned)
  const unsaved = useWorkspaceState((state) => state.unsaved)
  const conflicted = useWorkspaceState((state) => state.conflicted)
  const titles = useRecordTitles()
  const [words, setWords] = useState('')

  const wanted = foldText(words).split(' ').filter(Boolean)
  const matches = (of: RecordTitles, id: string) => {
    const text = foldText(`${recordName(of, id)} ${of.get(id)?.number ?? ''}`)
    return wanted.every((word) => text.includes(word))
  }
  const found = records.filter(({ id }) => matches(titles, id))
  const all = unpinned(
    records.map(({ id }) => id),
    pinned,
  )
  const others = all.filter((id) => id !== active)

  const show = (id: string) => {
    onDone()
    workspace.show(id)
  }
  const click = (id: string) => (event: MouseEvent) => {
    if (!isPlainClick(event)) return
    event.preventDefault()
    show(id)
  }
  const close = (ids: readonly string[]) => {
    if (ids.length > 1 || records.length === 1) onDone()
    onClose(ids)
  }

  return (
    <Popover
      open
      anchorEl={() => anchor.current}
      onClose={onDone}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: -4, horizontal: 'right' }}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-label': m.workspace_open_customers(),
          onKeyDown: moveFocus,
          sx: { width: 'min(400px, calc(100vw - 16px))' },
        },
      }}
    >
      <Top>
        <SearchField
          ref={focusFirst}
          label={m.workspace_search_open()}
          value={words}
          onChange={setWords}
          onKeyDown={(event) => {
            const [first] = found
            if (event.key !== 'Enter' || !first) return
            // Else the press would go on to the button that gets the focus back.
            event.preventDefault()
            show(first.id)
          }}
        />
      </Top>
      {found.length === 0 && wanted.length > 0 ? <None>{m.workspace_search_open_none()}</None> : null}
      <Lists>
        <RecordList>
          {found.map(({ id, section }) => (
            <li key={id}>
              <a href={recordPath(id, section)} aria-current={id === active ? 'true' : undefined} onClick={click(id)}>
                <ColourMark id={id} />
                {conflicted[id] ? (
                  <Conflict>
                    <Icon name="alert" size={12} />
                  </Conflict>
                ) : unsaved[id] ? (
                  <i aria-hidden="true" />
                ) : null}
                <b>{recordName(titles, id)}</b>
                <small>{titles.get(id)?.number}</small>
                {unsaved[id] ? (
                  <VisuallyHidden>{conflicted[id] ? m.workspace_conflict() : m.workspace_unsaved()}</VisuallyHidden>
                ) : null}
              </a>
              <IconButton
                label={m.workspace_pin_name({ name: recordName(titles, id) })}
                aria-pressed={pinned.includes(id)}
                icon="pin"
                size="small"
                onClick={() => workspace.pin(id, !pinned.includes(id))}
              />
              <IconButton
                label={m.workspace_close({ name: recordName(titles, id) })}
                icon="close"
                size="small"
                onClick={() => close([id])}
              />
            </li>
          ))}
        </RecordList>
        <RecentlyClosed matches={matches} onDone={onDone} />
      </Lists>
      <Bottom>
        {active !== null && others.length > 0 ? (
          <Button variant="text" onClick={() => close(others)}>
            {closeOthersLabel(pinned)}
          </Button>
        ) : null}
        {all.length > 0 ? (
          <Button variant="text" onClick={() => close(all)}>
            {closeAllLabel(pinned)}
          </Button>
        ) : null}
      </Bottom>
    </Popover>
  )
}
