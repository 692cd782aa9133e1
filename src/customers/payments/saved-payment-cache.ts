import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { Page } from '#/contract/common.ts'
import { savedPaymentSchema, type SavedPayment } from '#/contract/saved-payments.ts'
import { savedPaymentKeys } from '#/customers/payments/saved-payment.queries.ts'
import { isApiError } from '#/shared/api/api-error.ts'

type Pages = InfiniteData<Page<SavedPayment>>

function changeRows(client: QueryClient, customerId: string, change: (rows: SavedPayment[]) => SavedPayment[]) {
  client.setQueriesData<Pages>(
    { queryKey: savedPaymentKeys.lists(customerId) },
    (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: change(page.items) })) },
  )
}

/** Puts a newer version of a payment method into every list that shows it. */
export const rememberPayment = (client: QueryClient, customerId: string, payment: SavedPayment) =>
  changeRows(client, customerId, (rows) => rows.map((row) => (row.id === payment.id ? payment : row)))

/** Takes a payment method off every list. */
export const forgetPayment = (client: QueryClient, customerId: string, id: string) =>
  changeRows(client, customerId, (rows) => rows.filter((row) => row.id !== id))

/** The version that the lists show now; the given one where they show none. */
export function newestPayment(client: QueryClient, customerId: string, payment: SavedPayment): SavedPayment {
  const lists = client.getQueriesData<Pages>({ queryKey: savedPaymentKeys.lists(customerId) })
  const rows = lists.flatMap(([, data]) => data?.pages.flatMap(({ items }) => items) ?? [])
  return rows.findLast(({ id }) => id === payment.id) ?? payment
}

/** What a colleague made of it meanwhile, when that is why a change was refused. */
export function paymentMeanwhile(error: unknown): SavedPayment | undefined {
  if (!isApiError(error, 'stale')) return undefined
  return z.safeParse(savedPaymentSchema, error.problem?.current).data
}
