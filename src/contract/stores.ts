import * as z from 'zod/mini'
import { postalAddressSchema } from '#/contract/addresses.ts'
import {
  entityMembers,
  flag,
  idSchema,
  instantSchema,
  lastChangeMembers,
  pageOf,
  pagingMembers,
  sortParam,
} from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'

const nullableText = z.nullable(z.string())

export const storeSchema = z.object({
  ...entityMembers,
  number: z.string(),
  name: z.string(),
  kind: z.enum(['physical', 'virtual']),
  address: z.nullable(postalAddressSchema),
  phone: nullableText,
  phoneExt: nullableText,
  email: nullableText,
  managerName: nullableText,
  active: z.boolean(),
  operating: z.object({ available: z.boolean(), reason: nullableText, until: z.nullable(instantSchema) }),
  supports: z.array(z.enum(['pickup', 'delivery', 'shipping', 'shipToStore'])),
})
/** A shop. Named StoreLocation in code, because `Store` is the port to the database. */
export type StoreLocation = z.output<typeof storeSchema>

export const customerStoreSchema = z.object({
  store: storeSchema,
  preferred: z.boolean(),
  /** False for a preferred store that is no longer on the list. */
  linked: z.boolean(),
  usage: z.nullable(z.object({ orderCount: z.int(), lastUsedAt: z.nullable(instantSchema) })),
})
export type CustomerStore = z.output<typeof customerStoreSchema>

export const listCustomerStores = endpoint({
  name: 'listCustomerStores',
  method: 'GET',
  path: '/customers/{id}/stores',
  summary: 'Stores that the customer uses, preferred first, then by use',
  tag: 'Stores',
  access: 'customer:read',
  query: z.strictObject(pagingMembers),
  responses: { 200: pageOf(customerStoreSchema) },
})

export const preferredStoreSchema = z.object({
  storeId: z.nullable(idSchema),
  etag: z.string(),
  ...lastChangeMembers,
})

export const getPreferredStore = endpoint({
  name: 'getPreferredStore',
  method: 'GET',
  path: '/customers/{id}/preferred-store',
  summary: 'The preferred store, or none',
  tag: 'Stores',
  access: 'customer:read',
  responses: { 200: preferredStoreSchema },
  versioned: true,
})

export const putPreferredStore = endpoint({
  name: 'putPreferredStore',
  method: 'PUT',
  path: '/customers/{id}/preferred-store',
  summary: 'Choose the preferred store, which must be active, or none',
  tag: 'Stores',
  access: 'customer:write',
  body: z.strictObject({ storeId: z.nullable(idSchema) }),
  responses: { 200: preferredStoreSchema },
  ifMatch: true,
  versioned: true,
})

export const putCustomerStore = endpoint({
  name: 'putCustomerStore',
  method: 'PUT',
  path: '/customers/{id}/stores/{storeId}',
  summary: 'Put a store on the list of a customer; with `If-None-Match: *` 412 when it is there already',
  tag: 'Stores',
  access: 'customer:write',
  responses: { 200: customerStoreSchema },
  conditional: true,
})

export const deleteCustomerStore = endpoint({
  name: 'deleteCustomerStore',
  method: 'DELETE',
  path: '/customers/{id}/stores/{storeId}',
  summary:
    'Take a store off the list of a customer; it stays preferred if it was; with `If-Match: *` 412 when it is not there',
  tag: 'Stores',
  access: 'customer:write',
  responses: { 204: null },
  conditional: true,
})

export const listStores = endpoint({
  name: 'listStores',
  method: 'GET',
  path: '/stores',
  summary: 'Find stores',
  tag: 'Stores',
  access: 'customer:read',
  query: z.strictObject({
    ...pagingMembers,
    sort: sortParam(['name', 'number']),
    q: z.optional(z.string().check(z.maxLength(200))),
    active: z.optional(flag()),
  }),
  responses: { 200: pageOf(storeSchema) },
})

export const getStore = endpoint({
  name: 'getStore',
  method: 'GET',
  path: '/stores/{id}',
  summary: 'One store',
  tag: 'Stores',
  access: 'customer:read',
  responses: { 200: storeSchema },
  versioned: true,
})
