import { useQuery } from '@tanstack/react-query'
import { customerQuery } from '#/customers/customer.queries.ts'
import { askEdit } from '#/customers/editing/asked-edit.ts'
import { useNoteReason } from '#/customers/notes/note-reason.ts'
import { OverviewGrid } from '#/customers/overview/overview-grid.tsx'
import { useOverview } from '#/customers/overview/use-overview.ts'
import { useWriteReason } from '#/customers/record/edit-reason.ts'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { ReasonButton } from '#/customers/record/reason-button.tsx'
import { SectionFrame } from '#/customers/record/section-frame.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import type { Section } from '#/workspace/open-records.ts'
import { useWorkspace } from '#/workspace/workspace-context.ts'

/** What can be added to a record: leads to the section where it belongs, and opens the form. */
function AddButtons({ customerId }: SectionProps) {
  const workspace = useWorkspace()
  const note = useNoteReason(customerId)
  const aCase = useWriteReason(customerId, 'case:write', m.overview_case_forbidden())
  const invoice = useWriteReason(customerId, 'billing:write', m.overview_invoice_forbidden())
  const add = (section: Section, form: string) => {
    askEdit(workspace, { recordId: customerId, form })
    workspace.show(customerId, section)
  }
  return (
    <>
      <ReasonButton label={m.notes_add()} icon="plus" reason={note} onPress={() => add('notes', 'notes')} />
      <ReasonButton label={m.overview_add_case()} icon="plus" reason={aCase} onPress={() => add('cases', 'cases')} />
      <ReasonButton
        label={m.overview_add_invoice()}
        icon="plus"
        reason={invoice}
        onPress={() => add('billing', 'billing/invoices')}
      />
    </>
  )
}

/** Everything about a customer at a glance. */
export function OverviewSection({ customerId }: SectionProps) {
  const { query, read } = useOverview(customerId)
  // The header of the record reads it anyway, and it follows every edit.
  const { data: known } = useQuery(customerQuery(customerId))
  const customer = known ?? query.data?.customer
  // Each card says itself that it is loading, and stays where it is when it has.
  const data = query.data ?? (query.error === null ? 'loading' : undefined)
  return (
    <SectionFrame
      section="overview"
      query={{ data, error: query.error, isFetching: query.isFetching, refetch: query.refetch }}
      toolbar={<AddButtons customerId={customerId} />}
    >
      {() => <OverviewGrid read={read} customer={customer} />}
    </SectionFrame>
  )
}
