import { useQuery } from '@tanstack/react-query'
import type { Case, CaseListItem } from '#/contract/cases.ts'
import { CaseBody } from '#/customers/cases/case-body.tsx'
import { CaseFacts } from '#/customers/cases/case-facts.tsx'
import { caseName } from '#/customers/cases/case-text.ts'
import { caseQuery } from '#/customers/cases/case.queries.ts'
import { SidePanel } from '#/customers/record/side-panel.tsx'
import { isApiError } from '#/shared/api/api-error.ts'
import { failureText, requestIdOf } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { ErrorState } from '#/shared/ui/error-state.tsx'
import { FieldsSkeleton } from '#/shared/ui/skeletons.tsx'

export interface CasePanelProps {
  customerId: string
  caseId: string
  /** As it is known from the list. */
  listed: CaseListItem | undefined
  /** Why no case of this customer may be written. */
  reason: string | undefined
  onClose: () => void
}

function PanelContent({ customerId, caseId, listed, reason }: Omit<CasePanelProps, 'onClose'>) {
  const query = useQuery(caseQuery(caseId))
  const { data, error } = query
  // An id in the address may be that of anybody's case.
  const isMissing = isApiError(error, 'not-found') || (data && data.customerId !== customerId)
  if (isMissing) return <EmptyState title={m.cases_panel_missing()} text={m.cases_panel_missing_text()} />
  const failure = error ? (
    <ErrorState
      title={m.cases_panel_failed()}
      text={failureText(error, m.common_nothing_lost())}
      requestId={requestIdOf(error)}
      onRetry={() => void query.refetch()}
      isRetrying={query.isFetching}
    />
  ) : null
  if (data) {
    return (
      <>
        {failure}
        <CaseBody customerId={customerId} shown={data} reason={reason} />
      </>
    )
  }
  return (
    <>
      {failure}
      {listed ? <CaseFacts item={listed} /> : failure ? null : <FieldsSkeleton fields={8} />}
    </>
  )
}

/** One case with everything that was said about it, beside the list; over the record where there is no room. */
export function CasePanel({ listed, onClose, ...rest }: CasePanelProps) {
  const { customerId, caseId } = rest
  const read = useQuery({ ...caseQuery(caseId), select: titleOf(customerId) }).data
  const title = read ?? listed
  return (
    <SidePanel
      customerId={customerId}
      title={title?.subject ?? m.activity_subject_case()}
      closeLabel={m.cases_close({ name: title ? caseName(title) : m.activity_subject_case() })}
      width={560}
      onClose={onClose}
    >
      <PanelContent {...rest} listed={listed} />
    </SidePanel>
  )
}

const titleOf =
  (customerId: string) =>
  ({ customerId: ownerId, number, subject }: Case) =>
    ownerId === customerId ? { number, subject } : undefined
