import useMediaQuery from '@mui/material/useMediaQuery'
import { styled } from '@mui/material/styles'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useColleagues } from '#/customers/presence/colleagues-context.tsx'
import { TabEditor } from '#/customers/presence/colleagues.tsx'
import { countText, type SectionCounts } from '#/customers/record/section-counts.ts'
import { sectionPanelId, sectionTabId } from '#/customers/record/section-ids.ts'
import { SectionMenu } from '#/customers/record/section-menu.tsx'
import { sectionName } from '#/customers/record/section-names.ts'
import { sectionBodies } from '#/customers/record/section-registry.tsx'
import { scrollFade, useScrollFade } from '#/customers/record/use-scroll-fade.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, focusRingInset, type } from '#/shared/theme/color.ts'
import { narrow } from '#/shared/theme/tokens.ts'
import { DraftMark, draftMarkText, useSectionMarks } from '#/workspace/drafts/draft-mark.tsx'
import { isPlainClick } from '#/workspace/plain-click.ts'
import { sections, tabSections, type Section } from '#/workspace/open-records.ts'
import { recordPath } from '#/workspace/workspace-address.ts'
import { useWorkspace } from '#/workspace/workspace-context.ts'

const Line = styled('div')({
  flex: 'none',
  borderBottom: `1px solid ${color.hairline}`,
  backgroundColor: color.surface,
})

const List = styled('div')({
  display: 'flex',
  overflowX: 'auto',
  scrollbarWidth: 'none',
  scrollPaddingInline: 48,
  padding: '0 12px',
  ...scrollFade,
})

const TabAnchor = styled('a')({
  ...type.table,
  flex: 'none',
  display: 'inline-flex',
  alignItems: 'center',
  height: 36,
  padding: '0 12px',
  color: color.secondary,
  textDecoration: 'none',
  whiteSpace: 'nowrap',
  boxShadow: 'inset 0 -2px transparent',
  position: 'relative',
  '&:has([data-count])': { paddingRight: 4 },
  // In the room that is free before the name, so that nothing jumps.
  '& > [data-mark]': { position: 'absolute', left: 0, top: 12, justifyContent: 'flex-start' },
  '& > [data-mark] > svg': { width: 10, height: 10 },
  // A hairline sets the second group apart; nothing but tabs may stand in a list of tabs.
  '&[data-begins]': {
    marginLeft: 13,
    backgroundImage: `linear-gradient(${color.hairline}, ${color.hairline})`,
    backgroundSize: '1px 16px',
    backgroundRepeat: 'no-repeat',
    backgroundPosition: 'left center',
    overflow: 'visible',
  },
  '&:hover': { color: color.text },
  '&[aria-disabled="true"]': { color: color.secondary, opacity: 0.6, cursor: 'default' },
  '&[aria-selected="true"]': { color: color.text, boxShadow: `inset 0 -2px ${color.accent}` },
  '&:focus-visible': focusRingInset,
})

/** Has its width before the count is known, so that nothing jumps. */
const Count = styled('span')({
  ...type.meta,
  minWidth: '3.5ch',
  paddingLeft: 6,
  color: color.secondary,
  fontVariantNumeric: 'tabular-nums',
  // Drawn, not written: the number is a description of the tab and no part of its name.
  '&::before': { content: 'attr(data-count)' },
})

/** Sections that hold things to count. */
const counted: ReadonlySet<Section> = new Set([
  'addresses',
  'organizations',
  'stores',
  'orders',
  'carts',
  'payments',
  'notes',
  'cases',
  'contacts',
  'products',
])

interface Props {
  customerId: string
  section: Section
  counts: SectionCounts
  /** Why there is no other section yet. */
  lockedReason?: string
}

/** Arrows move the focus among the tabs; Enter and Space open. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')]
  const at = tabs.findIndex((tab) => tab === document.activeElement)
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
  if (event.key === ' ') tabs[at]?.click()
  else if (to !== undefined) tabs.at(to % tabs.length)?.focus()
  else return
  event.preventDefault()
}

function TabList({ customerId, section, counts, lockedReason }: Props) {
  const fade = useScrollFade()
  const inView = useRef<Section>(undefined)
  const workspace = useWorkspace()
  const colleagues = useColleagues()
  const marks = useSectionMarks(customerId)

  useEffect(() => {
    if (inView.current === section) return
    inView.current = section
    document.getElementById(sectionTabId(customerId, section))?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [customerId, section])

  return (
    <List ref={fade} role="tablist" aria-label={m.record_sections()} onKeyDown={moveFocus}>
      {sections.map((each) => {
        const tabId = sectionTabId(customerId, each)
        const total = counts[each]
        const isLocked = lockedReason !== undefined && each !== section
        const editor = colleagues.find((colleague) => colleague.editing && colleague.section === each)
        const mark = marks[each]
        const about = [isLocked && 'locked', total && 'count', editor && 'editing', mark && 'draft'].filter(Boolean)
        return (
          <TabAnchor
            key={each}
            role="tab"
            id={tabId}
            href={isLocked ? undefined : recordPath(customerId, each)}
            aria-disabled={isLocked || undefined}
            title={isLocked ? lockedReason : undefined}
            onClick={(event) => {
              if (!isPlainClick(event)) return
              event.preventDefault()
              if (!isLocked) workspace.show(customerId, each)
            }}
            data-begins={sections.indexOf(each) === tabSections.length ? '' : undefined}
            aria-selected={each === section}
            aria-controls={each === section ? sectionPanelId(customerId, each) : undefined}
            aria-labelledby={`${tabId}-name`}
            aria-describedby={about.map((part) => `${tabId}-${part}`).join(' ') || undefined}
            tabIndex={each === section ? 0 : -1}
            onPointerEnter={sectionBodies[each].preload}
          >
            {mark ? <DraftMark mark={mark} /> : null}
            <span id={`${tabId}-name`}>{sectionName(each)}</span>
            {mark ? (
              <span hidden id={`${tabId}-draft`}>
                {draftMarkText(mark)}
              </span>
            ) : null}
            {isLocked ? (
              <span hidden id={`${tabId}-locked`}>
                {lockedReason}
              </span>
            ) : null}
            {counted.has(each) && !isLocked ? (
              <Count data-count={total ? countText(total) : ''}>
                <span hidden id={`${tabId}-count`}>
                  {total ? countText(total) : null}
                </span>
              </Count>
            ) : null}
            {editor ? <TabEditor id={`${tabId}-editing`} colleague={editor} /> : null}
          </TabAnchor>
        )
      })}
    </List>
  )
}

/** The sections as links, on a narrow screen as a menu; their counts stand beside the names once they are known. */
export function SectionTabs(props: Props) {
  const isNarrow = useMediaQuery(narrow, { noSsr: true })
  return <Line>{isNarrow ? <SectionMenu {...props} /> : <TabList {...props} />}</Line>
}
