import * as z from 'zod/mini'
import { idSchema } from '#/contract/common.ts'
import { customerPatchSchema, customerSchema } from '#/contract/customers.ts'
import { endpoint } from '#/contract/endpoint.ts'

/** A new customer may sign in at once, not yet, or after somebody has approved it. */
export const initialStatuses = ['active', 'inactive', 'requiresApproval'] as const

export const customerCreateSchema = z.extend(customerPatchSchema, {
  status: z.optional(z.enum(initialStatuses)),
  /** Without it the scopes of whoever creates the customer; none when that person sees all. */
  scopeIds: z.optional(z.array(idSchema).check(z.maxLength(100))),
})
export type CustomerCreate = z.output<typeof customerCreateSchema>

export const createdCustomerSchema = z.extend(customerSchema, {
  /** Others with the same email: no error, but worth a look. */
  possibleDuplicates: z.array(z.object({ id: idSchema, customerNumber: z.string(), name: z.string() })),
})
export type CreatedCustomer = z.output<typeof createdCustomerSchema>

export const createCustomer = endpoint({
  name: 'createCustomer',
  method: 'POST',
  path: '/customers',
  summary: 'Add a customer, active and registered unless told; the account type decides what is required',
  tag: 'Customers',
  access: 'customer:create',
  body: customerCreateSchema,
  responses: { 201: createdCustomerSchema },
  idempotency: 'required',
  versioned: true,
})
