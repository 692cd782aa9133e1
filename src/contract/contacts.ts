import * as z from 'zod/mini'
import { postalAddressSchema } from '#/contract/addresses.ts'
import {
  clearable,
  codeSchema,
  countryCodeSchema,
  entityMembers,
  pageOf,
  pagingMembers,
  regionCodeSchema,
  text,
} from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'

const nullableText = z.nullable(z.string())

/** Somebody to turn to: information only, without a right to anything. */
export const contactSchema = z.object({
  ...entityMembers,
  name: z.string(),
  role: z.nullable(codeSchema),
  phone: nullableText,
  phoneExt: nullableText,
  email: nullableText,
  address: z.nullable(postalAddressSchema),
  /** Exactly one of a customer's contacts is; likewise for billing. */
  isPrimary: z.boolean(),
  isBilling: z.boolean(),
})
export type Contact = z.output<typeof contactSchema>

export const listContacts = endpoint({
  name: 'listContacts',
  method: 'GET',
  path: '/customers/{id}/contacts',
  summary: 'Contacts of a customer: primary, billing, then newest',
  tag: 'Contacts',
  access: 'customer:read',
  query: z.strictObject(pagingMembers),
  responses: { 200: pageOf(contactSchema) },
})

export const getContact = endpoint({
  name: 'getContact',
  method: 'GET',
  path: '/customers/{id}/contacts/{contactId}',
  summary: 'One contact',
  tag: 'Contacts',
  access: 'customer:read',
  responses: { 200: contactSchema },
  versioned: true,
})

const addressInputSchema = z.strictObject({
  firstName: clearable(text(100)),
  lastName: clearable(text(100)),
  companyName: clearable(text(200)),
  line1: clearable(text(200)),
  line2: clearable(text(200)),
  postbox: clearable(text(60)),
  city: clearable(text(100)),
  regionCode: clearable(regionCodeSchema),
  countryCode: clearable(countryCodeSchema),
  postalCode: clearable(text(20)),
})

const contactMembers = {
  role: clearable(codeSchema),
  phone: clearable(text(40)),
  phoneExt: clearable(z.string().check(z.regex(/^\d{1,10}$/))),
  email: clearable(z.string().check(z.trim(), z.maxLength(320), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'email'))),
  /** Replaced whole. */
  address: clearable(addressInputSchema),
  /** Can be given, not taken: it moves when another contact is flagged. */
  isPrimary: z.optional(z.boolean()),
  isBilling: z.optional(z.boolean()),
}

export const contactCreateSchema = z.strictObject({ ...contactMembers, name: text(200) })
export const contactPatchSchema = z.strictObject({ ...contactMembers, name: z.optional(text(200)) })

export const createContact = endpoint({
  name: 'createContact',
  method: 'POST',
  path: '/customers/{id}/contacts',
  summary: 'Add a contact; the first one is primary and billing contact',
  tag: 'Contacts',
  access: 'customer:write',
  body: contactCreateSchema,
  responses: { 201: contactSchema },
  idempotency: 'required',
  versioned: true,
})

export const patchContact = endpoint({
  name: 'patchContact',
  method: 'PATCH',
  path: '/customers/{id}/contacts/{contactId}',
  summary: 'Change a contact; a flag that is set moves here',
  tag: 'Contacts',
  access: 'customer:write',
  body: contactPatchSchema,
  responses: { 200: contactSchema },
  ifMatch: true,
  versioned: true,
})

export const deleteContact = endpoint({
  name: 'deleteContact',
  method: 'DELETE',
  path: '/customers/{id}/contacts/{contactId}',
  summary: 'Delete a contact; refused while it is primary or billing contact',
  tag: 'Contacts',
  access: 'customer:write',
  responses: { 204: null },
  ifMatch: true,
})
