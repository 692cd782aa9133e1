import { useEffect, useState } from 'react'
import type { Total } from '#/contract/common.ts'
import { ColleaguesProvider } from '#/customers/presence/colleagues-context.tsx'
import { useCustomerFacts } from '#/customers/record/customer-facts.ts'
import { GoneBanner, GoneRecord } from '#/customers/record/gone-record.tsx'
import { RecordHeader } from '#/customers/record/record-header.tsx'
import { RecordRemains } from '#/customers/record/record-remains.tsx'
import { RecordRoot } from '#/customers/record/record-root.ts'
import { ReportCountProvider, type SectionCounts } from '#/customers/record/section-counts.ts'
import { SectionPanels } from '#/customers/record/section-panels.tsx'
import { preloadSections } from '#/customers/record/section-registry.tsx'
import { SectionTabs } from '#/customers/record/section-tabs.tsx'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'
import { useDraftEngine } from '#/workspace/drafts/use-draft-engine.ts'
import { isNewId, type Section } from '#/workspace/open-records.ts'

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

const newCustomer = lazyPart<{ id: string }>(
  async () => (await import('#/customers/create/new-customer.tsx')).NewCustomer,
)

/** One customer, or one that is about to be added. */
export function CustomerRecord(props: { id: string; section: Section }) {
  // What is stored decides whether a form opens.
  useDraftEngine()
  return isNewId(props.id) ? <newCustomer.Body id={props.id} /> : <KnownCustomer {...props} />
}

/** Header, sections, and the section that is shown. */
function KnownCustomer({ id, section }: { id: string; section: Section }) {
  useIdlePreload()
  const { facts, isGone } = useCustomerFacts(id)
  const [counts, setCounts] = useState<SectionCounts>({})
  const [report] = useState(() => (each: Section, total: Total) => setCounts((known) => withCount(known, each, total)))
  if (isGone && !facts) return <GoneRecord customerId={id} />
  return (
    <ColleaguesProvider customerId={id}>
      <RecordRoot>
        <RecordHeader customerId={id} facts={facts} />
        {isGone ? <GoneBanner customerId={id} /> : null}
        <SectionTabs customerId={id} section={section} counts={counts} />
        <RecordRemains customerId={id} />
        <ReportCountProvider value={report}>
          <SectionPanels customerId={id} section={section} />
        </ReportCountProvider>
      </RecordRoot>
    </ColleaguesProvider>
  )
}
