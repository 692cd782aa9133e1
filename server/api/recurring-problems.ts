import type { ReadCall } from '#server/api/call.ts'
import { savedPaymentStatus } from '#server/api/saved-payment-status.ts'
import type { OrderRow } from '#server/store/rows.ts'

/** Why the next order of a schedule may fail: what its source reports, and saved payments that are gone or over. */
export async function recurringProblems(
  { store, now }: ReadCall,
  orders: readonly OrderRow[],
): Promise<(order: OrderRow) => string[]> {
  const schedules = orders.filter(({ recurring }) => recurring !== null)
  const details = await store.getMany(
    'orderDetails',
    schedules.map(({ id }) => id),
  )
  const paymentIds = new Map(details.map(({ id, savedPaymentIds }) => [id, savedPaymentIds]))
  const payments = await store.getMany('savedPayments', [...new Set([...paymentIds.values()].flat())])
  const paymentOf = new Map(payments.map((payment) => [payment.id, payment]))

  const paymentProblem = (id: string): string[] => {
    const payment = paymentOf.get(id)
    if (!payment) return ['paymentDeleted']
    const status = savedPaymentStatus(payment, Date.parse(now))
    if (status === 'expired') return ['paymentExpired']
    return status === 'disabled' ? ['paymentDisabled'] : []
  }
  return ({ id, recurring }) => [
    ...new Set([...(recurring?.problems ?? []), ...(paymentIds.get(id) ?? []).flatMap(paymentProblem)]),
  ]
}
