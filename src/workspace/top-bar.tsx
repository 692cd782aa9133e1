import { styled } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, focusRingInset, type } from '#/shared/theme/color.ts'
import { narrow, sizes } from '#/shared/theme/tokens.ts'
import { Icon } from '#/shared/ui/icon.tsx'
import { isApple } from '#/workspace/is-apple.ts'
import { OpenListButton } from '#/workspace/open-list-button.tsx'
import { PersonCorner } from '#/workspace/person-corner.tsx'
import { tabDescriptionId, tabId } from '#/workspace/record-ids.ts'
import { recordName, useOpenIds, useRecordTitles } from '#/workspace/record-titles.tsx'
import { TabStrip } from '#/workspace/tab-strip.tsx'
import { useWorkspace } from '#/workspace/workspace-context.ts'

const Bar = styled('header')({
  display: 'flex',
  alignItems: 'stretch',
  minWidth: 0,
  // The line below; the active tab covers it.
  background: `linear-gradient(${color.hairline}, ${color.hairline}) bottom / 100% 1px no-repeat ${color.canvas}`,
})

const Right = styled('div')({
  flex: 'none',
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  marginLeft: 'auto',
  padding: '0 8px',
})

const Search = styled('button')({
  ...type.table,
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  height: 28,
  padding: '0 8px',
  border: `1px solid ${color.controlBorder}`,
  borderRadius: sizes.radius,
  color: color.secondary,
  backgroundColor: color.surface,
  cursor: 'pointer',
  '&:hover': { color: color.text },
  '&:focus-visible': focusRingInset,
  // Drawn, not written: the name of the button is what it does.
  '& > kbd': { ...type.meta, fontFamily: 'inherit', '&::before': { content: 'attr(data-keys)' } },
  [narrow]: { border: 0, background: 'none', '& > span, & > kbd': { display: 'none' } },
})

/** On a narrow screen: one button with the list of open records, and the names that label the panels. */
function NarrowStrip() {
  const workspace = useWorkspace()
  const ids = useOpenIds()
  const titles = useRecordTitles()
  return (
    <>
      <OpenListButton onClose={(closed) => void workspace.askToClose(closed)}>
        {m.workspace_open_customers_count({ count: ids.length })}
      </OpenListButton>
      {ids.map((id) => (
        <span key={id} hidden>
          <span id={tabId(id)}>{recordName(titles, id)}</span>
          <span id={tabDescriptionId(id)}>{titles.get(id)?.number}</span>
        </span>
      ))}
    </>
  )
}

/** The bar along the top: open records, search, the person. */
export function TopBar() {
  const workspace = useWorkspace()
  const isNarrow = useMediaQuery(narrow, { noSsr: true })
  return (
    <Bar data-screen>
      {isNarrow ? <NarrowStrip /> : <TabStrip />}
      <Right>
        <Search
          type="button"
          aria-label={m.shell_search()}
          aria-keyshortcuts="/ Control+K"
          onClick={() => workspace.search()}
        >
          <Icon name="search" />
          <span>{m.shell_search()}</span>
          <kbd data-keys={isApple ? '⌘K' : 'Ctrl K'} />
        </Search>
        <PersonCorner />
      </Right>
    </Bar>
  )
}
