import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { PaymentFilters } from '#/customers/billing/billing-filters.tsx'
import { isFiltered, paymentParams, paymentViewSchema, withoutFilters } from '#/customers/billing/billing-lists-view.ts'
import { BillingPart } from '#/customers/billing/billing-part.tsx'
import { paymentListQuery } from '#/customers/billing/billing.queries.ts'
import { ManagePaymentsLink } from '#/customers/billing/manage-payments-link.tsx'
import { paymentColumns } from '#/customers/billing/payment-list-columns.tsx'
import type { OpenInvoice } from '#/customers/billing/use-invoice-panel.ts'
import { ClearButton } from '#/customers/record/clear-button.tsx'
import { useKeptView } from '#/customers/record/use-kept-view.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { EndlessTable } from '#/shared/table/endless-table.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { RowsSkeleton } from '#/shared/ui/skeletons.tsx'

interface Props {
  customerId: string
  onOpenInvoice: OpenInvoice
}

/** Payments with the day they were made, the day they were processed, and where they went. */
export function PaymentList({ customerId, onOpenInvoice }: Props) {
  const [view, setView] = useKeptView(customerId, 'billing/payments', paymentViewSchema)
  const query = useInfiniteQuery({
    ...paymentListQuery(customerId, paymentParams(view)),
    placeholderData: keepPreviousData,
  })
  const columns = useMemo(() => paymentColumns(onOpenInvoice), [onOpenInvoice])
  const clear = () => setView(withoutFilters(paymentViewSchema, view))
  return (
    <BillingPart
      name={m.billing_payments()}
      query={query}
      total={query.data?.pages[0]?.total}
      skeleton={<RowsSkeleton rows={3} />}
      toolbar={
        <>
          <PaymentFilters view={view} onChange={setView} onClear={clear} />
          <ManagePaymentsLink customerId={customerId} />
        </>
      }
    >
      {({ pages }) => (
        <EndlessTable
          label={m.billing_payments()}
          query={query}
          columns={columns}
          rows={pages.flatMap(({ items }) => items)}
          rowKey={({ id }) => id}
          height="content"
          sort={view.sort}
          onSort={(sort) => setView({ ...view, sort })}
          errorTitle={m.errors_load()}
          empty={
            isFiltered(view) ? (
              <EmptyState
                title={m.billing_no_payment_matches()}
                action={<ClearButton onClick={clear}>{m.billing_clear_filters()}</ClearButton>}
              />
            ) : (
              <EmptyState title={m.billing_no_payments()} text={m.billing_no_payments_text()} />
            )
          }
        />
      )}
    </BillingPart>
  )
}
