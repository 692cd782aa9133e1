import type { UseQueryResult } from '@tanstack/react-query'
import { Suspense } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import type { BillingInfo } from '#/contract/billing-info.ts'
import type { BillingEditorProps } from '#/customers/billing/billing-editor.tsx'
import { BillingPart } from '#/customers/billing/billing-part.tsx'
import { isUnset } from '#/customers/billing/billing-values.ts'
import { BillingView } from '#/customers/billing/billing-view.tsx'
import { usePayMethods } from '#/customers/billing/pay-methods.ts'
import { BrokenForm } from '#/customers/editing/broken-form.tsx'
import { useSectionEdit } from '#/customers/editing/use-section-edit.ts'
import { useWriteReason } from '#/customers/record/edit-reason.ts'
import { PenButton } from '#/customers/record/pen-button.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'
import { FieldsSkeleton } from '#/shared/ui/skeletons.tsx'

const editor = lazyPart<BillingEditorProps>(
  async () => (await import('#/customers/billing/billing-editor.tsx')).BillingEditor,
)

interface Props {
  customerId: string
  query: UseQueryResult<BillingInfo>
}

/** Billing terms and automated payment, to read and to edit in place. */
export function BillingInformation({ customerId, query }: Props) {
  const reason = useWriteReason(customerId, 'billing:write', m.billing_forbidden())
  const { edited, start, finish, pen } = useSectionEdit(customerId, 'billing', query.data, reason)
  const methodId = query.data?.autoPay.savedPaymentId ?? null
  const { nameOf } = usePayMethods(customerId, methodId, methodId !== null)
  const reading = (info: BillingInfo) =>
    isUnset(info) && info.chargeableNow.length === 0 ? (
      <EmptyState title={m.billing_unset()} text={m.billing_unset_text()} />
    ) : (
      <BillingView info={info} nameOf={nameOf} />
    )
  return (
    <BillingPart
      name={m.billing_information()}
      query={query}
      isPadded
      skeleton={<FieldsSkeleton fields={12} />}
      toolbar={
        edited || !query.data ? null : (
          <PenButton ref={pen} label={m.billing_edit()} reason={reason} onEdit={start} onIntent={editor.preload} />
        )
      }
    >
      {(info) =>
        edited ? (
          <ErrorBoundary FallbackComponent={BrokenForm} onReset={editor.retry}>
            <Suspense fallback={reading(info)}>
              <editor.Body customerId={customerId} info={edited} current={info} lostReason={reason} onDone={finish} />
            </Suspense>
          </ErrorBoundary>
        ) : (
          reading(info)
        )
      }
    </BillingPart>
  )
}
