import { useQuery } from '@tanstack/react-query'
import type { InvoiceListItem } from '#/contract/invoices.ts'
import { invoiceQuery } from '#/customers/billing/billing.queries.ts'
import { InvoiceDocument } from '#/customers/billing/invoice-document.tsx'
import { InvoiceContent, InvoiceFacts } from '#/customers/billing/invoice-facts.tsx'
import type { KnownInvoice } from '#/customers/billing/use-invoice-panel.ts'
import { SidePanel } from '#/customers/record/side-panel.tsx'
import { failureText, requestIdOf } from '#/shared/api/failure-text.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { ErrorState } from '#/shared/ui/error-state.tsx'
import { FieldsSkeleton } from '#/shared/ui/skeletons.tsx'

export interface InvoicePanelProps {
  customerId: string
  /** As far as it is known. */
  invoice: KnownInvoice
  onClose: () => void
}

/** One invoice with its lines, beside the section; over it where there is no room. */
export function InvoicePanel({ customerId, invoice, onClose }: InvoicePanelProps) {
  const query = useQuery(invoiceQuery(customerId, invoice.id))
  const known: InvoiceListItem | undefined = query.data ?? ('state' in invoice ? invoice : undefined)
  const number = known?.number ?? invoice.number ?? ''
  const title = `${codeLabel('invoiceType', known?.type ?? 'invoice')} ${number}`.trim()
  return (
    <SidePanel customerId={customerId} title={title} closeLabel={m.billing_close_invoice({ title })} onClose={onClose}>
      {known ? <InvoiceDocument customerId={customerId} invoice={known} /> : null}
      {query.isError ? (
        <ErrorState
          title={m.billing_invoice_failed()}
          text={failureText(query.error, m.common_nothing_lost())}
          requestId={requestIdOf(query.error)}
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : null}
      {known ? <InvoiceFacts invoice={known} /> : null}
      {query.data ? <InvoiceContent invoice={query.data} /> : null}
      {query.isPending ? <FieldsSkeleton fields={known ? 4 : 10} /> : null}
    </SidePanel>
  )
}
