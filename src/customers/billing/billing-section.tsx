import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useRef } from 'react'
import { BillingInformation } from '#/customers/billing/billing-information.tsx'
import { billingInfoQuery } from '#/customers/billing/billing.queries.ts'
import { InvoiceList } from '#/customers/billing/invoice-list.tsx'
import type { InvoicePanelProps } from '#/customers/billing/invoice-panel.tsx'
import { PaymentList } from '#/customers/billing/payment-list.tsx'
import { useInvoicePanel } from '#/customers/billing/use-invoice-panel.ts'
import { BesidePanel } from '#/customers/record/beside-panel.ts'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { SectionFrame } from '#/customers/record/section-frame.tsx'
import { isApiError } from '#/shared/api/api-error.ts'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'

const panel = lazyPart<InvoicePanelProps>(
  async () => (await import('#/customers/billing/invoice-panel.tsx')).InvoicePanel,
)

const Parts = styled('div')({ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 16 })

/** Billing terms, invoices and payments of a customer; each part loads and fails by itself. */
export function BillingSection({ customerId }: SectionProps) {
  const info = useQuery(billingInfoQuery(customerId))
  const root = useRef<HTMLDivElement>(null)
  const invoice = useInvoicePanel(customerId, root)
  // Who may not read the terms may not read the rest: that is said once.
  const isForbidden = isApiError(info.error, 'forbidden')
  const read = {
    data: isForbidden ? undefined : customerId,
    error: isForbidden ? info.error : null,
    isFetching: info.isFetching,
    refetch: info.refetch,
  }
  return (
    <SectionFrame section="billing" query={read}>
      {() => (
        <BesidePanel ref={root} data-open={invoice.opened !== undefined}>
          <Parts>
            <BillingInformation customerId={customerId} query={info} />
            <InvoiceList
              customerId={customerId}
              currency={info.data?.currency}
              openedId={invoice.opened?.id}
              onOpen={invoice.open}
            />
            <PaymentList customerId={customerId} onOpenInvoice={invoice.open} />
          </Parts>
          {invoice.opened ? (
            <Suspense fallback={null}>
              <panel.Body
                key={invoice.opened.id}
                customerId={customerId}
                invoice={invoice.opened}
                onClose={invoice.close}
              />
            </Suspense>
          ) : null}
        </BesidePanel>
      )}
    </SectionFrame>
  )
}
