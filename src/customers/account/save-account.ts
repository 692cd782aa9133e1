import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { customerName } from '#/contract/customer-name.ts'
import { patchCustomer, type Customer, type CustomerListItem, type CustomerPatch } from '#/contract/customers.ts'
import { customerKeys, customerQuery } from '#/customers/customer.queries.ts'
import type { Edit } from '#/customers/editing/record-editor.tsx'
import { api } from '#/shared/api/api.ts'

/** Puts a newer version of a customer wherever it is shown. */
export function rememberCustomer(client: QueryClient, customer: Customer) {
  client.setQueryData(customerQuery(customer.id).queryKey, customer)
  client.setQueryData<CustomerListItem | null>(customerKeys.title(customer.id), (title) => {
    if (!title) return title
    const { etag, email, phone, companyName, tier, status, accountType } = customer
    return { ...title, etag, email, phone, companyName, tier, status, accountType, name: customerName(customer) }
  })
}

/** Changes account fields. The form shows what is refused. */
export const saveAccountMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: ['save-account', customerId],
    mutationFn: ({ patch, ...options }: Edit<CustomerPatch>) =>
      api(patchCustomer, { path: { id: customerId }, body: patch, ...options }),
    meta: { invalidates: [customerKeys.lists()], onFailure: 'form' },
    onSuccess: async (customer, _change, _result, { client }) => {
      // A read that is under way may bring the old version.
      await client.cancelQueries({ queryKey: customerKeys.detail(customerId) })
      rememberCustomer(client, customer)
    },
  })
