import { Button } from '#/shared/ui/button.tsx'
import Popover from '@mui/material/Popover'
import { styled } from '@mui/material/styles'
import { useState, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'
import { foldText } from '#/contract/fold-text.ts'
import { SearchField } from '#/shared/filter/search-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'
import { ColourMark } from '#/shared/ui/colour-mark.tsx'
import { IconButton } from '#/shared/ui/icon-button.tsx'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'
import { isPlainClick } from '#/workspace/plain-click.ts'
import { recordName, useRecordTitles } from '#/workspace/record-titles.tsx'
import { recordPath } from '#/workspace/workspace-address.ts'
import { useWorkspace, useWorkspaceState } from '#/workspace/workspace-context.ts'

const Top = styled('div')({ display: 'flex', padding: 8, borderBottom: `1px solid ${color.hairline}` })

const List = styled('ul')({
  listStyle: 'none',
  maxHeight: 'min(480px, 60vh)',
  overflowY: 'auto',
  padding: 4,
  '& > li': { display: 'flex', alignItems: 'center', borderRadius: sizes.radius, paddingRight: 4 },
  '& > li:hover': { backgroundColor: color.hover },
  '& a': {
    flex: 1,
    minWidth: 0,
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    minHeight: sizes.controlTouch,
    padding: '2px 8px',
    borderRadius: sizes.radius,
    color: color.text,
    textDecoration: 'none',
  },
  '& a[aria-current]': { fontWeight: 500, backgroundColor: color.accentSoft },
  '& a > b': { fontWeight: 'inherit', overflowWrap: 'anywhere' },
  '& a > small': { ...type.meta, color: color.secondary, marginLeft: 'auto', whiteSpace: 'nowrap' },
  '& a > i': { flex: 'none', width: 8, height: 8, borderRadius: '50%', backgroundColor: color.accent },
})

const Bottom = styled('div')({ display: 'flex', gap: 8, padding: 8, borderTop: `1px solid ${color.hairline}` })
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
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, li > a')]
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
  const unsaved = useWorkspaceState((state) => state.unsaved)
  const titles = useRecordTitles()
  const [words, setWords] = useState('')

  const wanted = foldText(words).split(' ').filter(Boolean)
  const found = records.filter(({ id }) => {
    const text = foldText(`${recordName(titles, id)} ${titles.get(id)?.number ?? ''}`)
    return wanted.every((word) => text.includes(word))
  })
  const others = records.filter(({ id }) => id !== active).map(({ id }) => id)

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
      {found.length === 0 ? <None>{m.workspace_search_open_none()}</None> : null}
      <List>
        {found.map(({ id, section }) => (
          <li key={id}>
            <a href={recordPath(id, section)} aria-current={id === active ? 'true' : undefined} onClick={click(id)}>
              <ColourMark id={id} />
              {unsaved[id] ? <i aria-hidden="true" /> : null}
              <b>{recordName(titles, id)}</b>
              <small>{titles.get(id)?.number}</small>
              {unsaved[id] ? <VisuallyHidden>{m.workspace_unsaved()}</VisuallyHidden> : null}
            </a>
            <IconButton
              label={m.workspace_close({ name: recordName(titles, id) })}
              icon="close"
              size="small"
              onClick={() => close([id])}
            />
          </li>
        ))}
      </List>
      <Bottom>
        {active !== null && others.length > 0 ? (
          <Button onClick={() => close(others)}>{m.workspace_close_others()}</Button>
        ) : null}
        <Button onClick={() => close(records.map(({ id }) => id))}>{m.workspace_close_all()}</Button>
      </Bottom>
    </Popover>
  )
}
