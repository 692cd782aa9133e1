import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { getBillingInfo } from '#/contract/billing-info.ts'
import type { QueryOf } from '#/contract/endpoint.ts'
import { getInvoice, listInvoices } from '#/contract/invoices.ts'
import { listPayments } from '#/contract/payments.ts'
import { api } from '#/shared/api/api.ts'

export const billingKeys = {
  info: (customerId: string) => ['customers', 'billing', customerId, 'info'] as const,
  invoices: (customerId: string) => ['customers', 'billing', customerId, 'invoices'] as const,
  /** Invoices that are read alone, with their lines. */
  invoicesAlone: (customerId: string) => ['customers', 'billing', customerId, 'invoice'] as const,
  payments: (customerId: string) => ['customers', 'billing', customerId, 'payments'] as const,
}

const pageSize = 25

type Listed<Endpoint extends typeof listInvoices | typeof listPayments> = Omit<
  NonNullable<QueryOf<Endpoint>>,
  'limit' | 'cursor' | 'count'
>
export type InvoiceParams = Listed<typeof listInvoices>
export type PaymentParams = Listed<typeof listPayments>

/** The first page carries the total. */
const pagingOf = (cursor: string | undefined) => ({
  limit: pageSize,
  ...(cursor === undefined ? { count: true } : { cursor }),
})

/** Billing terms and automated payment. */
export const billingInfoQuery = (customerId: string) =>
  queryOptions({
    queryKey: billingKeys.info(customerId),
    queryFn: ({ signal }) => api(getBillingInfo, { path: { id: customerId }, signal }),
  })

/** Invoices, newest first unless sorted otherwise. */
export const invoiceListQuery = (customerId: string, params: InvoiceParams) =>
  infiniteQueryOptions({
    queryKey: [...billingKeys.invoices(customerId), params] as const,
    queryFn: ({ pageParam, signal }) =>
      api(listInvoices, { path: { id: customerId }, query: { ...params, ...pagingOf(pageParam) }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

/** One invoice with its lines. */
export const invoiceQuery = (customerId: string, invoiceId: string) =>
  queryOptions({
    queryKey: [...billingKeys.invoicesAlone(customerId), invoiceId] as const,
    queryFn: ({ signal }) => api(getInvoice, { path: { invoiceId }, signal }),
  })

/** Payments, the last made first unless sorted otherwise. */
export const paymentListQuery = (customerId: string, params: PaymentParams) =>
  infiniteQueryOptions({
    queryKey: [...billingKeys.payments(customerId), params] as const,
    queryFn: ({ pageParam, signal }) =>
      api(listPayments, { path: { id: customerId }, query: { ...params, ...pagingOf(pageParam) }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
