import { mutationOptions } from '@tanstack/react-query'
import { createCustomer, type CustomerCreate } from '#/contract/create-customer.ts'
import { patchCustomer, type Customer } from '#/contract/customers.ts'
import { takeOver } from '#/customers/account/save-account.ts'
import { customerKeys } from '#/customers/customer.queries.ts'
import type { Edit } from '#/customers/editing/record-editor.tsx'
import { api } from '#/shared/api/api.ts'

interface Save extends Edit<CustomerCreate> {
  /** Whom an earlier save has added already, when more was typed meanwhile. */
  savedAs: string | undefined
}

/** Adds a customer. The form shows what is refused. */
export const saveNewCustomerMutation = (newId: string) =>
  mutationOptions({
    mutationKey: ['create-customer', newId],
    mutationFn: async ({ patch: body, savedAs, ifMatch, idempotencyKey }: Save): Promise<Customer> => {
      if (savedAs !== undefined) return api(patchCustomer, { path: { id: savedAs }, body, ifMatch, idempotencyKey })
      const { possibleDuplicates: _, ...customer } = await api(createCustomer, { body, idempotencyKey })
      return customer
    },
    meta: { invalidates: [customerKeys.lists()], onFailure: 'form' },
    onSuccess: (customer, _input, _result, { client }) => takeOver(client, customer),
  })
