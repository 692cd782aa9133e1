import { queryOptions } from '@tanstack/react-query'
import { listAddresses, type Address } from '#/contract/addresses.ts'
import type { Page, Total } from '#/contract/common.ts'
import { api } from '#/shared/api/api.ts'

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

/** The whole address book: it is filtered and sorted where it is shown, and each address carries its version. */
export const addressListQuery = (customerId: string) =>
  queryOptions({
    queryKey: addressKeys.list(customerId),
    queryFn: async ({ signal }) => readBook(customerId, signal),
  })
