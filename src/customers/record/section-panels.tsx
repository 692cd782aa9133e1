import { styled } from '@mui/material/styles'
import { Activity, Suspense, useState, type FocusEventHandler } from 'react'
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary'
import { sectionName } from '#/customers/record/section-names.ts'
import { sectionBodies } from '#/customers/record/section-registry.tsx'
import { sectionPanelId } from '#/customers/record/section-ids.ts'
import { useSectionFocus } from '#/customers/record/use-section-focus.ts'
import { failureText, requestIdOf } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { focusRingInset } from '#/shared/theme/color.ts'
import { ErrorState } from '#/shared/ui/error-state.tsx'
import { FieldsSkeleton } from '#/shared/ui/skeletons.tsx'
import type { Section } from '#/workspace/open-records.ts'
import { useRememberedScroll } from '#/workspace/use-remembered-scroll.ts'

const Panel = styled('div')({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  overscrollBehavior: 'contain',
  '&:focus-visible': focusRingInset,
})

const Waiting = styled('div')({ padding: '64px 24px' })

interface Props {
  customerId: string
  section: Section
}

/** The section broke or its code could not be loaded; the others go on. */
const sayBroken = (name: string) =>
  function sayBrokenSection({ error, resetErrorBoundary }: FallbackProps) {
    return (
      <ErrorState
        title={m.record_section_failed({ name })}
        text={failureText(error, m.record_section_failed_text())}
        requestId={requestIdOf(error)}
        onRetry={resetErrorBoundary}
      />
    )
  }

function SectionPanel({ customerId, section, onFocus }: Props & { onFocus: FocusEventHandler }) {
  const { Body, retry } = sectionBodies[section]
  const name = sectionName(section)
  const scroll = useRememberedScroll(customerId, `${section}/scroll`)
  return (
    <Panel
      ref={scroll}
      role="tabpanel"
      tabIndex={0}
      id={sectionPanelId(customerId, section)}
      onFocus={onFocus}
      // Named by itself: in the tab a count is drawn, and where it is narrow there is no tab.
      aria-label={name}
    >
      <ErrorBoundary fallbackRender={sayBroken(name)} onReset={retry}>
        <Suspense
          fallback={
            <Waiting>
              <FieldsSkeleton fields={12} />
            </Waiting>
          }
        >
          <Body customerId={customerId} />
        </Suspense>
      </ErrorBoundary>
    </Panel>
  )
}

/** The sections of a record that were looked at. Those not shown keep their inputs and scroll, and cost nothing. */
export function SectionPanels({ customerId, section }: Props) {
  const [visited, setVisited] = useState<readonly Section[]>([section])
  if (!visited.includes(section)) setVisited([...visited, section])
  const rememberFocus = useSectionFocus(customerId, section)
  return visited.map((each) => (
    <Activity key={each} mode={each === section ? 'visible' : 'hidden'}>
      <SectionPanel customerId={customerId} section={each} onFocus={rememberFocus} />
    </Activity>
  ))
}
