import { mutationOptions } from '@tanstack/react-query'
import { deleteSavedPayment, patchSavedPayment, type SavedPayment } from '#/contract/saved-payments.ts'
import { forgetPayment, newestPayment, rememberPayment } from '#/customers/payments/saved-payment-cache.ts'
import { everySavedPaymentQuery, savedPaymentKeys } from '#/customers/payments/saved-payment.queries.ts'
import { api } from '#/shared/api/api.ts'

export interface DefaultChange {
  payment: SavedPayment
  /** Whether it is to be the default of its provider. */
  isDefault: boolean
}

/**
 * Makes a method the default of its provider, or no longer; tells which one was it before. One after the other, each on
 * the version that the one before it left. The caller says what is refused.
 */
export const changeDefaultMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: ['change-default-payment', customerId],
    scope: { id: `change-default-payment ${customerId}` },
    mutationFn: async ({ payment, isDefault }: DefaultChange, { client }) => {
      const { items } = await client.fetchQuery(everySavedPaymentQuery(customerId))
      const before = items.find(({ provider, isDefault: was }) => was && provider === payment.provider)
      const changed = await api(patchSavedPayment, {
        path: { id: customerId, paymentId: payment.id },
        body: { isDefault },
        ifMatch: newestPayment(client, customerId, payment).etag,
        idempotencyKey: crypto.randomUUID(),
      })
      return { changed, before }
    },
    meta: { invalidates: [savedPaymentKeys.of(customerId)], onFailure: 'form' },
    onSuccess: async ({ changed }, _change, _result, { client }) => {
      await client.cancelQueries({ queryKey: savedPaymentKeys.lists(customerId) })
      rememberPayment(client, customerId, changed)
    },
  })

interface Removal {
  payment: SavedPayment
  /** The person was shown what uses it. */
  isForced: boolean
  idempotencyKey: string
}

/** Removes a saved payment method. The dialog shows what is refused. */
export const deletePaymentMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: ['delete-payment', customerId],
    mutationFn: ({ payment: { id, etag }, isForced, idempotencyKey }: Removal) =>
      api(deleteSavedPayment, {
        path: { id: customerId, paymentId: id },
        ...(isForced ? { query: { force: true } } : {}),
        ifMatch: etag,
        idempotencyKey,
      }),
    meta: { invalidates: [savedPaymentKeys.of(customerId)], onFailure: 'form' },
    onSuccess: async (_answer, { payment }, _result, { client }) => {
      await client.cancelQueries({ queryKey: savedPaymentKeys.lists(customerId) })
      forgetPayment(client, customerId, payment.id)
    },
  })
