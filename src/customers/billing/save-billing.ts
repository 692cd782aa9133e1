import { mutationOptions } from '@tanstack/react-query'
import { patchBillingInfo } from '#/contract/billing-info.ts'
import { createInvoice, type Invoice } from '#/contract/invoices.ts'
import { inFormTerms, type BillingPatch } from '#/customers/billing/billing-patch.ts'
import { billingInfoQuery, billingKeys, invoiceQuery } from '#/customers/billing/billing.queries.ts'
import type { InvoiceCreate } from '#/customers/billing/invoice-values.ts'
import type { Edit } from '#/customers/editing/record-editor.tsx'
import { api } from '#/shared/api/api.ts'

/** Changes billing terms and automated payment. The form shows what is refused. */
export const saveBillingMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: ['save-billing', customerId],
    mutationFn: async ({ patch, ...options }: Edit<BillingPatch>) => {
      try {
        return await api(patchBillingInfo, { path: { id: customerId }, body: patch, ...options })
      } catch (error) {
        throw inFormTerms(error)
      }
    },
    meta: { onFailure: 'form' },
    onSuccess: async (info, _change, _result, { client }) => {
      // A read that is under way may bring the old version.
      await client.cancelQueries({ queryKey: billingKeys.info(customerId) })
      client.setQueryData(billingInfoQuery(customerId).queryKey, info)
    },
  })

/** Adds an invoice, which is pending. The form shows what is refused. */
export const addInvoiceMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: ['add-invoice', customerId],
    mutationFn: async ({ body, idempotencyKey }: { body: InvoiceCreate; idempotencyKey: string }): Promise<Invoice> =>
      api(createInvoice, { path: { id: customerId }, body, idempotencyKey }),
    meta: { invalidates: [billingKeys.invoices(customerId)], onFailure: 'form' },
    onSuccess: (invoice, _change, _result, { client }) =>
      client.setQueryData(invoiceQuery(customerId, invoice.id).queryKey, invoice),
  })
