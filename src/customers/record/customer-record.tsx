import { styled } from '@mui/material/styles'
import { useCallback, useState } from 'react'
import type { Total } from '#/contract/common.ts'
import { RecordHeader } from '#/customers/record/record-header.tsx'
import { ReportCountProvider, type SectionCounts } from '#/customers/record/section-counts.ts'
import { SectionPanels } from '#/customers/record/section-panels.tsx'
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

/** One customer: header, sections, and the section that is shown. */
export function CustomerRecord({ id, section }: { id: string; section: Section }) {
  const [counts, setCounts] = useState<SectionCounts>({})
  const report = useCallback((each: Section, total: Total) => setCounts((known) => ({ ...known, [each]: total })), [])
  return (
    <Root>
      <RecordHeader customerId={id} />
      <SectionTabs customerId={id} section={section} counts={counts} />
      <ReportCountProvider value={report}>
        <SectionPanels customerId={id} section={section} />
      </ReportCountProvider>
    </Root>
  )
}
