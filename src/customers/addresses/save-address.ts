import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type * as z from 'zod/mini'
import {
  createAddress,
  deleteAddress,
  patchAddress,
  restoreAddress,
  type Address,
  type addressCreateSchema,
  type addressPatchSchema,
} from '#/contract/addresses.ts'
import { forgetAddress, rememberAddress, stopReading } from '#/customers/addresses/address-book-cache.ts'
import { addressKeys } from '#/customers/addresses/address.queries.ts'
import { customerKeys } from '#/customers/customer.queries.ts'
import { api } from '#/shared/api/api.ts'

export type AddressCreate = z.output<typeof addressCreateSchema>
export type AddressPatch = z.output<typeof addressPatchSchema>

/** Place and country of a customer in lists and titles come from its addresses; the account itself stays as it is. */
const invalidatedBy = (customerId: string) => [
  addressKeys.list(customerId),
  customerKeys.lists(),
  customerKeys.title(customerId),
]

async function take(client: QueryClient, customerId: string, address: Address) {
  await stopReading(client, customerId)
  rememberAddress(client, customerId, address)
}

export interface AddressChange {
  addressId: string
  patch: AddressPatch
  ifMatch: string
  idempotencyKey: string
}

export const sendAddressPatch = async (
  customerId: string,
  { addressId, patch, ifMatch, idempotencyKey }: AddressChange,
): Promise<Address> => api(patchAddress, { path: { id: customerId, addressId }, body: patch, ifMatch, idempotencyKey })

/** Changes an address. The form shows what is refused. */
export const saveAddressMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: ['save-address', customerId],
    mutationFn: async (change: AddressChange) => sendAddressPatch(customerId, change),
    meta: { invalidates: invalidatedBy(customerId), onFailure: 'form' },
    onSuccess: async (address, _change, _result, { client }) => take(client, customerId, address),
  })

/** Adds an address. The form shows what is refused. */
export const addAddressMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: ['save-address', customerId],
    mutationFn: async ({ body, idempotencyKey }: { body: AddressCreate; idempotencyKey: string }) =>
      api(createAddress, { path: { id: customerId }, body, idempotencyKey }),
    meta: { invalidates: invalidatedBy(customerId), onFailure: 'form' },
    onSuccess: async (address, _change, _result, { client }) => take(client, customerId, address),
  })

/** Deletes an address in the version that was seen. The dialog shows what is refused. */
export const deleteAddressMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: ['save-address', customerId],
    mutationFn: async ({ id, etag }: Pick<Address, 'id' | 'etag'>) =>
      api(deleteAddress, { path: { id: customerId, addressId: id }, ifMatch: etag }),
    meta: { invalidates: invalidatedBy(customerId), onFailure: 'form' },
    onSuccess: async (_nothing, { id }, _result, { client }) => {
      await stopReading(client, customerId)
      forgetAddress(client, customerId, id)
    },
  })

/** Brings a deleted address back. Who asks for it says what is refused. */
export const restoreAddressMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: ['save-address', customerId],
    mutationFn: async ({ addressId, idempotencyKey }: { addressId: string; idempotencyKey: string }) =>
      api(restoreAddress, { path: { id: customerId, addressId }, idempotencyKey }),
    meta: { invalidates: invalidatedBy(customerId), onFailure: 'form' },
    onSuccess: async (address, _change, _result, { client }) => take(client, customerId, address),
  })
