import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary'
import type { Customer } from '#/contract/customers.ts'
import { AccountDetails } from '#/customers/account/account-details.tsx'
import type { AccountEditorProps } from '#/customers/account/account-editor.tsx'
import { AccountView } from '#/customers/account/account-view.tsx'
import { customerQuery } from '#/customers/customer.queries.ts'
import { useEditReason } from '#/customers/record/edit-reason.ts'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { PenButton } from '#/customers/record/pen-button.tsx'
import { SectionFrame } from '#/customers/record/section-frame.tsx'
import { failureText, requestIdOf } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { ErrorState } from '#/shared/ui/error-state.tsx'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'
import { useWorkspace } from '#/workspace/workspace-context.ts'

const editor = lazyPart<AccountEditorProps>(
  async () => (await import('#/customers/account/account-editor.tsx')).AccountEditor,
)

function BrokenEditor({ error, resetErrorBoundary }: FallbackProps) {
  return (
    <ErrorState
      title={m.record_account_form_failed()}
      text={failureText(error, m.common_nothing_lost())}
      requestId={requestIdOf(error)}
      onRetry={resetErrorBoundary}
    />
  )
}

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
  const workspace = useWorkspace()
  const pen = useRef<HTMLButtonElement>(null)
  /** The version that the edit in progress started from. */
  const [edited, setEdited] = useState<Customer>()

  const start = () => setEdited(query.data)
  const canStart = reason === undefined && edited === undefined
  useEffect(
    () => workspace.onEdit(customerId, () => (canStart ? setEdited(query.data) : pen.current?.focus())),
    [workspace, customerId, canStart, query.data],
  )
  const finish = (hadFocus: boolean) => {
    flushSync(() => setEdited(undefined))
    if (hadFocus) pen.current?.focus()
  }

  return (
    <SectionFrame
      section="account"
      query={query}
      pen={
        edited || !query.data ? null : <PenButton ref={pen} reason={reason} onEdit={start} onIntent={editor.preload} />
      }
    >
      {(customer) =>
        edited ? (
          <ErrorBoundary FallbackComponent={BrokenEditor} onReset={editor.retry}>
            <Suspense fallback={<AccountReading customer={customer} />}>
              <editor.Body customer={edited} onDone={finish}>
                <AccountDetails customer={customer} />
              </editor.Body>
            </Suspense>
          </ErrorBoundary>
        ) : (
          <AccountReading customer={customer} />
        )
      }
    </SectionFrame>
  )
}
