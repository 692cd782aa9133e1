import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { customerName } from '#/contract/customer-name.ts'
import { patchCustomer, type Customer, type CustomerListItem, type CustomerPatch } from '#/contract/customers.ts'
import { customerKeys, customerQuery } from '#/customers/customer.queries.ts'
import type { Edit } from '#/customers/editing/record-editor.tsx'
import { api } from '#/shared/api/api.ts'

/** What the list would not know of a customer without asking. */
const unlisted = { city: null, countryCode: null, openCaseCount: 0 }

/** The row of the list for a customer, as far as the account says it. */
export function listItemOf(customer: Customer, known: CustomerListItem | null | undefined): CustomerListItem {
  const { id, etag, customerNumber, email, phone, companyName, tier, status, accountType, lastOrder } = customer
  const { registeredAt, lastLoginAt, lastActivityAt } = customer
  const times = { registeredAt, lastLoginAt, lastActivityAt, lastOrderAt: lastOrder?.at ?? null }
  const facts = { id, etag, customerNumber, email, phone, companyName, tier, status, accountType }
  return { ...unlisted, ...times, ...known, ...facts, name: customerName(customer) }
}

/** Puts a newer version of a customer wherever it is shown. */
export function rememberCustomer(client: QueryClient, customer: Customer) {
  client.setQueryData(customerQuery(customer.id).queryKey, customer)
  client.setQueryData<CustomerListItem | null>(customerKeys.title(customer.id), (title) => listItemOf(customer, title))
}

/** Takes over what a change answered. */
export async function takeOver(client: QueryClient, customer: Customer) {
  // A read that is under way may bring the old version.
  await client.cancelQueries({ queryKey: customerKeys.detail(customer.id) })
  rememberCustomer(client, customer)
}

/** Changes account fields. The form shows what is refused. */
export const saveAccountMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: ['save-account', customerId],
    mutationFn: ({ patch, ...options }: Edit<CustomerPatch>) =>
      api(patchCustomer, { path: { id: customerId }, body: patch, ...options }),
    meta: { invalidates: [customerKeys.lists()], onFailure: 'form' },
    onSuccess: (customer, _change, _result, { client }) => takeOver(client, customer),
  })
