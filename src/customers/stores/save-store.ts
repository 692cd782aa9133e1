import { mutationOptions } from '@tanstack/react-query'
import { deleteCustomerStore, putCustomerStore, putPreferredStore } from '#/contract/stores.ts'
import { customerKeys } from '#/customers/customer.queries.ts'
import { wasDoneAlready } from '#/customers/record/done-already.ts'
import { preferredStoreQuery, storeKeys } from '#/customers/stores/store.queries.ts'
import { api } from '#/shared/api/api.ts'

interface Preference {
  /** `null` for none. */
  storeId: string | null
  ifMatch: string
}

/** Chooses the preferred store, or none. The caller says what is refused. */
export const preferStoreMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: ['prefer-store', customerId],
    mutationFn: ({ storeId, ifMatch }: Preference) =>
      api(putPreferredStore, { path: { id: customerId }, body: { storeId }, ifMatch }),
    meta: { invalidates: [storeKeys.of(customerId), customerKeys.detail(customerId)], onFailure: 'form' },
    onSuccess: async (preferred, _change, _result, { client }) => {
      const { queryKey } = preferredStoreQuery(customerId)
      await client.cancelQueries({ queryKey })
      client.setQueryData(queryKey, preferred)
    },
  })

interface Linking {
  storeId: string
  isLinked: boolean
}

/**
 * Puts a store on the customer's list or takes it off; says whether it was so already. The dialog shows what is refused.
 */
export const linkStoreMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: ['link-store', customerId],
    mutationFn: async ({ storeId, isLinked }: Linking) => {
      const path = { id: customerId, storeId }
      return wasDoneAlready(
        isLinked ? api(putCustomerStore, { path, ifNoneMatch: '*' }) : api(deleteCustomerStore, { path, ifMatch: '*' }),
      )
    },
    // Lists of customers may be lists of those who use a store.
    meta: { invalidates: [storeKeys.of(customerId), customerKeys.lists()], onFailure: 'form' },
  })
