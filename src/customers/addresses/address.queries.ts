import { queryOptions } from '@tanstack/react-query'
import { getAddress, listAddresses, type Address } from '#/contract/addresses.ts'
import type { Page, Total } from '#/contract/common.ts'
import { api } from '#/shared/api/api.ts'
import { isApiError } from '#/shared/api/api-error.ts'

/** All addresses of a customer, preferred ones first. */
export interface AddressBook {
  items: readonly Address[]
  total: Total
}

export const addressKeys = {
  list: (customerId: string) => ['customers', 'addresses', customerId] as const,
}

/** As many as one answer may hold. */
const pageSize = 200

async function readBook(customerId: string, signal: AbortSignal): Promise<AddressBook> {
  const items: Address[] = []
  let cursor: string | undefined
  do {
    const query = { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) }
    const page: Page<Address> = await api(listAddresses, { path: { id: customerId }, query, signal })
    items.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined)
  return { items, total: { value: items.length, relation: 'eq' } }
}

/** Who deleted an address and when; `null` while it is there, and when nobody knows any more. */
export const deletedAddressQuery = (customerId: string, addressId: string) =>
  queryOptions({
    queryKey: ['customers', 'deleted-address', customerId, addressId] as const,
    queryFn: async ({ signal }) => {
      try {
        await api(getAddress, { path: { id: customerId, addressId }, signal })
        return null
      } catch (error) {
        if (isApiError(error, 'not-found')) return error.problem?.deleted ?? null
        throw error
      }
    },
  })

/** The whole address book: it is filtered and sorted where it is shown, and each address carries its version. */
export const addressListQuery = (customerId: string) =>
  queryOptions({
    queryKey: addressKeys.list(customerId),
    queryFn: async ({ signal }) => readBook(customerId, signal),
  })
