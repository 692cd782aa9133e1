import { styled } from '@mui/material/styles'
import { createLink } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import { countText, type SectionCounts } from '#/customers/record/section-counts.ts'
import { sectionPanelId, sectionTabId } from '#/customers/record/section-ids.ts'
import { sectionName } from '#/customers/record/section-names.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, focusRingInset, type } from '#/shared/theme/color.ts'
import { sections, type Section } from '#/workspace/open-records.ts'

const List = styled('div')({
  display: 'flex',
  flex: 'none',
  overflowX: 'auto',
  scrollbarWidth: 'none',
  padding: '0 12px',
  borderBottom: `1px solid ${color.hairline}`,
})

const TabAnchor = styled('a')({
  ...type.table,
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  height: 36,
  padding: '0 12px',
  color: color.secondary,
  textDecoration: 'none',
  whiteSpace: 'nowrap',
  borderBottom: '2px solid transparent',
  '&:hover': { color: color.text },
  '&[aria-selected="true"]': { color: color.text, fontWeight: 500, borderBottomColor: color.accent },
  '&:focus-visible': focusRingInset,
})

/** A real link: middle click, copy address. */
const Tab = createLink(TabAnchor)

interface Props {
  customerId: string
  section: Section
  counts: SectionCounts
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

/** The sections as links; their counts stand beside the names once they are known. */
export function SectionTabs({ customerId, section, counts }: Props) {
  return (
    <List role="tablist" aria-label={m.record_sections()} onKeyDown={moveFocus}>
      {sections.map((each) => {
        const tabId = sectionTabId(customerId, each)
        const total = counts[each]
        return (
          <Tab
            key={each}
            role="tab"
            id={tabId}
            to="/customers/$customerId/$section"
            params={{ customerId, section: each }}
            aria-selected={each === section}
            aria-controls={each === section ? sectionPanelId(customerId, each) : undefined}
            aria-labelledby={`${tabId}-name`}
            aria-describedby={total ? `${tabId}-count` : undefined}
            tabIndex={each === section ? 0 : -1}
          >
            <span id={`${tabId}-name`}>{sectionName(each)}</span>
            {total ? <span id={`${tabId}-count`}>{countText(total)}</span> : null}
          </Tab>
        )
      })}
    </List>
  )
}
