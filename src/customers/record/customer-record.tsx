import { styled } from '@mui/material/styles'
import { useEffect, useState } from 'react'
import type { Total } from '#/contract/common.ts'
import { useCustomerFacts } from '#/customers/record/customer-facts.ts'
import { GoneBanner, GoneRecord } from '#/customers/record/gone-record.tsx'
import { RecordHeader } from '#/customers/record/record-header.tsx'
import { ReportCountProvider, type SectionCounts } from '#/customers/record/section-counts.ts'
import { SectionPanels } from '#/customers/record/section-panels.tsx'
import { preloadSections } from '#/customers/record/section-registry.tsx'
import { SectionTabs } from '#/customers/record/section-tabs.tsx'
import { color } from '#/shared/theme/color.ts'
import type { Section } from '#/workspace/open-records.ts'

const Root = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  height: '100%',
  minHeight: 0,
  backgroundColor: color.surface,
})

function withCount(known: SectionCounts, section: Section, total: Total): SectionCounts {
  const present = known[section]
  return present?.value === total.value && present.relation === total.relation ? known : { ...known, [section]: total }
}

/** Safari has none; there the sections load when they are shown or pointed at. */
function useIdlePreload() {
  useEffect(() => {
    if (!('requestIdleCallback' in window)) return undefined
    const idle = requestIdleCallback(preloadSections)
    return () => cancelIdleCallback(idle)
  }, [])
}

/** One customer: header, sections, and the section that is shown. */
export function CustomerRecord({ id, section }: { id: string; section: Section }) {
  useIdlePreload()
  const { facts, isGone } = useCustomerFacts(id)
  const [counts, setCounts] = useState<SectionCounts>({})
  const [report] = useState(() => (each: Section, total: Total) => setCounts((known) => withCount(known, each, total)))
  if (isGone && !facts) return <GoneRecord customerId={id} />
  return (
    <Root>
      <RecordHeader customerId={id} facts={facts} />
      {isGone ? <GoneBanner customerId={id} /> : null}
      <SectionTabs customerId={id} section={section} counts={counts} />
      <ReportCountProvider value={report}>
        <SectionPanels customerId={id} section={section} />
      </ReportCountProvider>
    </Root>
  )
}
