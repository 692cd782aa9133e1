import * as z from 'zod/mini'
import {
  clearable,
  countryCodeSchema,
  entityMembers,
  pageOf,
  pagingMembers,
  regionCodeSchema,
  sortParam,
  text,
} from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'

const nullableText = z.nullable(z.string())

/** The parts that the line order of a country arranges. */
export const postalAddressMembers = {
  firstName: nullableText,
  lastName: nullableText,
  companyName: nullableText,
  line1: nullableText,
  line2: nullableText,
  postbox: nullableText,
  city: nullableText,
  regionCode: z.nullable(z.string()),
  countryCode: z.nullable(countryCodeSchema),
  postalCode: nullableText,
}
export const postalAddressSchema = z.object(postalAddressMembers)
export type PostalAddress = z.output<typeof postalAddressSchema>

export const addressSchema = z.object({
  ...entityMembers,
  ...postalAddressMembers,
  /** Unique within the customer, compared without case. */
  name: nullableText,
  phone: nullableText,
  phoneExt: nullableText,
  email: nullableText,
  notes: nullableText,
  latitude: z.nullable(z.number()),
  longitude: z.nullable(z.number()),
  isBusiness: z.boolean(),
  vatNumber: nullableText,
  isPreferredBilling: z.boolean(),
  isPreferredShipping: z.boolean(),
  /** Recurring and open orders that name this address. */
  usedBy: z.array(z.object({ type: z.enum(['recurring', 'openOrder']), id: z.string(), label: z.string() })),
})
export type Address = z.output<typeof addressSchema>

const optionalMembers = {
  name: clearable(text(100)),
  firstName: clearable(text(100)),
  lastName: clearable(text(100)),
  companyName: clearable(text(200)),
  line2: clearable(text(200)),
  postbox: clearable(text(60)),
  regionCode: clearable(regionCodeSchema),
  postalCode: clearable(text(20)),
  phone: clearable(text(40)),
  phoneExt: clearable(z.string().check(z.regex(/^\d{1,10}$/))),
  email: clearable(z.string().check(z.trim(), z.maxLength(320), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'email'))),
  notes: clearable(text(2000)),
  latitude: clearable(z.number().check(z.gte(-90), z.lte(90))),
  longitude: clearable(z.number().check(z.gte(-180), z.lte(180))),
  isBusiness: z.optional(z.boolean()),
  vatNumber: clearable(text(40)),
  isPreferredBilling: z.optional(z.boolean()),
  isPreferredShipping: z.optional(z.boolean()),
}

export const addressCreateSchema = z.strictObject({
  ...optionalMembers,
  line1: text(200),
  city: text(100),
  countryCode: countryCodeSchema,
})

export const addressPatchSchema = z.strictObject({
  ...optionalMembers,
  line1: z.optional(text(200)),
  city: z.optional(text(100)),
  countryCode: z.optional(countryCodeSchema),
})

export const listAddresses = endpoint({
  name: 'listAddresses',
  method: 'GET',
  path: '/customers/{id}/addresses',
  summary: 'Addresses of a customer, preferred ones first',
  tag: 'Addresses',
  access: 'customer:read',
  query: z.strictObject({ ...pagingMembers, sort: sortParam(['name', 'createdAt']) }),
  responses: { 200: pageOf(addressSchema) },
})

export const getAddress = endpoint({
  name: 'getAddress',
  method: 'GET',
  path: '/customers/{id}/addresses/{addressId}',
  summary: 'One address',
  tag: 'Addresses',
  access: 'customer:read',
  responses: { 200: addressSchema },
  versioned: true,
})

export const createAddress = endpoint({
  name: 'createAddress',
  method: 'POST',
  path: '/customers/{id}/addresses',
  summary: 'Add an address',
  tag: 'Addresses',
  access: 'customer:write',
  body: addressCreateSchema,
  responses: { 201: addressSchema },
  idempotency: 'required',
  versioned: true,
})

export const patchAddress = endpoint({
  name: 'patchAddress',
  method: 'PATCH',
  path: '/customers/{id}/addresses/{addressId}',
  summary: 'Change an address (merge patch); preferred flags are exclusive per customer',
  tag: 'Addresses',
  access: 'customer:write',
  body: addressPatchSchema,
  responses: { 200: addressSchema },
  ifMatch: true,
  versioned: true,
})

export const deleteAddress = endpoint({
  name: 'deleteAddress',
  method: 'DELETE',
  path: '/customers/{id}/addresses/{addressId}',
  summary: 'Delete an address; restorable for 24 hours',
  tag: 'Addresses',
  access: 'customer:write',
  responses: { 204: null },
  ifMatch: true,
})

export const restoreAddress = endpoint({
  name: 'restoreAddress',
  method: 'POST',
  path: '/customers/{id}/addresses/{addressId}/restoration',
  summary: 'Undo the deletion of an address within 24 hours',
  tag: 'Addresses',
  access: 'customer:write',
  responses: { 201: addressSchema },
  idempotency: 'required',
  versioned: true,
})
