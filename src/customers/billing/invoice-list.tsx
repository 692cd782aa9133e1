import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { InvoiceFilters } from '#/customers/billing/billing-filters.tsx'
import { invoiceParams, invoiceViewSchema, isFiltered, withoutFilters } from '#/customers/billing/billing-lists-view.ts'
import { BillingPart } from '#/customers/billing/billing-part.tsx'
import { invoiceListQuery } from '#/customers/billing/billing.queries.ts'
import { invoiceColumns } from '#/customers/billing/invoice-columns.tsx'
import { blankInvoice } from '#/customers/billing/invoice-values.ts'
import { NewInvoiceCard, preloadInvoiceEditor } from '#/customers/billing/new-invoice-card.tsx'
import { useNewInvoices } from '#/customers/billing/use-new-invoices.ts'
import type { OpenInvoice } from '#/customers/billing/use-invoice-panel.ts'
import { customerQuery } from '#/customers/customer.queries.ts'
import { useAskedEdit } from '#/customers/editing/asked-edit.ts'
import { ClearButton } from '#/customers/record/clear-button.tsx'
import { useWriteReason } from '#/customers/record/edit-reason.ts'
import { ReasonButton } from '#/customers/record/reason-button.tsx'
import { useKeptView } from '#/customers/record/use-kept-view.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { useMay } from '#/shared/session/me.queries.ts'
import { scopesQuery } from '#/shared/session/scopes.queries.ts'
import { EndlessTable } from '#/shared/table/endless-table.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { RowsSkeleton } from '#/shared/ui/skeletons.tsx'

/** Why no invoice may be added; what an anonymised customer was charged may still be corrected. */
function useAddReason(customerId: string) {
  const reason = useWriteReason(customerId, 'billing:write', m.billing_forbidden())
  const mayWrite = useMay('billing:write')
  const { data: isCorrectionOnly = false } = useQuery({
    ...customerQuery(customerId),
    select: (customer) => customer.anonymizedAt !== null,
  })
  return { reason: isCorrectionOnly && mayWrite ? undefined : reason, isCorrectionOnly }
}

interface Props {
  customerId: string
  /** The currency that the customer is billed in, as far as it is known. */
  currency: string | null | undefined
  openedId: string | undefined
  onOpen: OpenInvoice
}

/** Invoices of a customer with their states and marks, and the forms of new ones. */
export function InvoiceList({ customerId, currency, openedId, onOpen }: Props) {
  const [view, setView] = useKeptView(customerId, 'billing/invoices', invoiceViewSchema)
  const query = useInfiniteQuery({
    ...invoiceListQuery(customerId, invoiceParams(view)),
    placeholderData: keepPreviousData,
  })
  const { reason, isCorrectionOnly } = useAddReason(customerId)
  const { data: scopes } = useQuery(scopesQuery)
  const edits = useNewInvoices(customerId, query.data !== undefined)
  const columns = useMemo(() => invoiceColumns(onOpen), [onOpen])
  const addButton = useRef<HTMLButtonElement>(null)
  const clear = () => setView(withoutFilters(invoiceViewSchema, view))

  const add = () =>
    edits.add(
      blankInvoice({
        currency: currency ?? scopes?.[0]?.currency ?? '',
        type: isCorrectionOnly ? 'correction' : 'invoice',
      }),
    )
  const isReady = query.data !== undefined && currency !== undefined && reason === undefined
  useAskedEdit(customerId, 'billing/invoices', isReady ? add : undefined)
  const finish = (key: string, hadFocus: boolean) => {
    flushSync(() => edits.close(key))
    if (hadFocus) addButton.current?.focus()
  }

  return (
    <BillingPart
      name={m.billing_invoices()}
      query={query}
      total={query.data?.pages[0]?.total}
      skeleton={<RowsSkeleton rows={5} />}
      toolbar={
        <>
          <InvoiceFilters view={view} onChange={setView} onClear={clear} />
          <ReasonButton
            ref={addButton}
            icon="plus"
            label={m.billing_add_invoice()}
            reason={reason}
            onPress={add}
            onIntent={preloadInvoiceEditor}
          />
        </>
      }
    >
      {({ pages }) => (
        <>
          {edits.open.map(({ key, blank }) => (
            <NewInvoiceCard
              key={key}
              customerId={customerId}
              formKey={key}
              invoice={blank}
              isCorrectionOnly={isCorrectionOnly}
              lostReason={reason}
              onDone={(hadFocus) => finish(key, hadFocus)}
            />
          ))}
          <EndlessTable
            label={m.billing_invoices()}
            query={query}
            columns={columns}
            rows={pages.flatMap(({ items }) => items)}
            rowKey={({ id }) => id}
            onRowOpen={onOpen}
            isRowMarked={({ id }) => id === openedId}
            height="content"
            sort={view.sort}
            onSort={(sort) => setView({ ...view, sort })}
            errorTitle={m.errors_load()}
            empty={
              isFiltered(view) ? (
                <EmptyState
                  title={m.billing_no_invoice_matches()}
                  action={<ClearButton onClick={clear}>{m.billing_clear_filters()}</ClearButton>}
                />
              ) : (
                <EmptyState title={m.billing_no_invoices()} text={m.billing_no_invoices_text()} />
              )
            }
          />
        </>
      )}
    </BillingPart>
  )
}
