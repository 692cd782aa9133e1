import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import type { Customer } from '#/contract/customers.ts'
import { AccountDetails } from '#/customers/account/account-details.tsx'
import type { AccountEditorProps } from '#/customers/account/account-editor.tsx'
import { AccountView } from '#/customers/account/account-view.tsx'
import { customerQuery } from '#/customers/customer.queries.ts'
import { BrokenForm } from '#/customers/editing/broken-form.tsx'
import { useSectionEdit } from '#/customers/editing/use-section-edit.ts'
import { useEditReason } from '#/customers/record/edit-reason.ts'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { PenButton } from '#/customers/record/pen-button.tsx'
import { SectionFrame } from '#/customers/record/section-frame.tsx'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'

const possible = lazyPart<{ customer: Customer }>(
  async () => (await import('#/customers/account/possible-duplicates.tsx')).PossibleDuplicates,
)

const editor = lazyPart<AccountEditorProps>(
  async () => (await import('#/customers/account/account-editor.tsx')).AccountEditor,
)

function AccountReading({ customer }: { customer: Customer }) {
  return (
    <>
      <AccountView customer={customer} />
      <AccountDetails customer={customer} />
    </>
  )
}

/** Account fields, to read and to edit in place. */
export function AccountSection({ customerId }: SectionProps) {
  const query = useQuery(customerQuery(customerId))
  const reason = useEditReason(customerId)
  const { edited, start, finish, pen } = useSectionEdit(customerId, 'account', query.data, reason)

  return (
    <SectionFrame
      section="account"
      query={query}
      pen={
        edited || !query.data ? null : <PenButton ref={pen} reason={reason} onEdit={start} onIntent={editor.preload} />
      }
    >
      {(customer) => (
        <>
          {edited ? (
            <ErrorBoundary FallbackComponent={BrokenForm} onReset={editor.retry}>
              <Suspense fallback={<AccountReading customer={customer} />}>
                <editor.Body customer={edited} current={customer} lostReason={reason} onDone={finish}>
                  <AccountDetails customer={customer} />
                </editor.Body>
              </Suspense>
            </ErrorBoundary>
          ) : (
            <AccountReading customer={customer} />
          )}
          {/* A help and no part of the account: it comes last, so that nothing jumps, and may fail alone. */}
          <ErrorBoundary fallback={null}>
            <Suspense fallback={null}>
              <possible.Body customer={customer} />
            </Suspense>
          </ErrorBoundary>
        </>
      )}
    </SectionFrame>
  )
}
