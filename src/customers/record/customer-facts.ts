import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { customerName } from '#/contract/customer-name.ts'
import type { Customer, CustomerListItem } from '#/contract/customers.ts'
import { listItemOf } from '#/customers/account/save-account.ts'
import { customerQuery, customerTitleQuery, isGone } from '#/customers/customer.queries.ts'

/** What a header says of a customer. The last four are not known until the account is read. */
export interface CustomerFacts extends Pick<CustomerListItem, 'id' | 'name' | 'tier' | 'status' | 'email' | 'phone'> {
  number: string
  phoneExt: string | null
  lockedUntil: string | null
  accessBlocked: boolean
  anonymizedAt: string | null
}

function factsOf(customer: Customer): CustomerFacts {
  return { ...customer, name: customerName(customer), number: customer.customerNumber }
}

function factsOfTitle(item: CustomerListItem): CustomerFacts {
  const unknown = { phoneExt: null, lockedUntil: null, accessBlocked: false, anonymizedAt: null }
  return { ...item, ...unknown, number: item.customerNumber }
}

/** Who this is: from the account, and until that is read from the row that the list or the strip has already. */
export function useCustomerFacts(id: string): { facts: CustomerFacts | undefined; isGone: boolean } {
  const client = useQueryClient()
  const customer = useQuery(customerQuery(id))
  const { data: title, isError } = useQuery(customerTitleQuery(id))
  // The strip takes the name from the account when its own request failed.
  useEffect(() => {
    const { data } = customer
    if (isError && data)
      client.setQueryData(customerTitleQuery(id).queryKey, (known) => known ?? listItemOf(data, known))
  }, [client, id, isError, customer])
  return {
    facts: customer.data ? factsOf(customer.data) : title ? factsOfTitle(title) : undefined,
    isGone: isGone(customer.error),
  }
}
