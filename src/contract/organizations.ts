import * as z from 'zod/mini'
import { postalAddressSchema } from '#/contract/addresses.ts'
import {
  clearable,
  entityMembers,
  flag,
  instantSchema,
  pageOf,
  pagingMembers,
  sortParam,
  text,
} from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'

const nullableText = z.nullable(z.string())

const organizationMembers = {
  ...entityMembers,
  number: nullableText,
  name: z.string(),
  managerName: nullableText,
  phone: nullableText,
  phoneExt: nullableText,
  email: nullableText,
  fax: nullableText,
  description: nullableText,
  active: z.boolean(),
  addresses: z.array(postalAddressSchema),
}

export const organizationSchema = z.object(organizationMembers)
export type Organization = z.output<typeof organizationSchema>

/** An organization as a customer's membership. */
export const membershipSchema = z.object({ ...organizationMembers, memberSince: z.nullable(instantSchema) })
export type Membership = z.output<typeof membershipSchema>

export const organizationSorts = ['name', 'number'] as const

export const listCustomerOrganizations = endpoint({
  name: 'listCustomerOrganizations',
  method: 'GET',
  path: '/customers/{id}/organizations',
  summary: 'Organizations that the customer belongs to',
  tag: 'Organizations',
  access: 'customer:read',
  query: z.strictObject({ ...pagingMembers, sort: sortParam(organizationSorts) }),
  responses: { 200: pageOf(membershipSchema) },
})

export const putMembership = endpoint({
  name: 'putMembership',
  method: 'PUT',
  path: '/customers/{id}/organizations/{organizationId}',
  summary: 'Add the customer to an organization; with `If-None-Match: *` 412 when it is a member already',
  tag: 'Organizations',
  access: 'customer:write',
  responses: { 200: membershipSchema },
  conditional: true,
})

export const deleteMembership = endpoint({
  name: 'deleteMembership',
  method: 'DELETE',
  path: '/customers/{id}/organizations/{organizationId}',
  summary: 'Remove the customer from an organization; with `If-Match: *` 412 when it is no member',
  tag: 'Organizations',
  access: 'customer:write',
  responses: { 204: null },
  conditional: true,
})

export const listOrganizations = endpoint({
  name: 'listOrganizations',
  method: 'GET',
  path: '/organizations',
  summary: 'Find organizations',
  tag: 'Organizations',
  access: 'customer:read',
  query: z.strictObject({
    ...pagingMembers,
    sort: sortParam(organizationSorts),
    q: z.optional(z.string().check(z.maxLength(200))),
    active: z.optional(flag()),
  }),
  responses: { 200: pageOf(organizationSchema) },
})

export const getOrganization = endpoint({
  name: 'getOrganization',
  method: 'GET',
  path: '/organizations/{id}',
  summary: 'One organization',
  tag: 'Organizations',
  access: 'customer:read',
  responses: { 200: organizationSchema },
  versioned: true,
})

const writableMembers = {
  managerName: clearable(text(200)),
  phone: clearable(text(40)),
  phoneExt: clearable(z.string().check(z.regex(/^\d{1,10}$/))),
  email: clearable(z.string().check(z.trim(), z.maxLength(320), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'email'))),
  fax: clearable(text(40)),
  description: clearable(text(2000)),
  active: z.optional(z.boolean()),
  addresses: z.optional(z.array(postalAddressSchema).check(z.maxLength(50))),
}

export const createOrganization = endpoint({
  name: 'createOrganization',
  method: 'POST',
  path: '/organizations',
  summary: 'Add an organization',
  tag: 'Organizations',
  access: 'customer:write',
  body: z.strictObject({ ...writableMembers, number: text(60), name: text(200) }),
  responses: { 201: organizationSchema },
  idempotency: 'required',
  versioned: true,
})

export const patchOrganization = endpoint({
  name: 'patchOrganization',
  method: 'PATCH',
  path: '/organizations/{id}',
  summary: 'Change an organization (merge patch)',
  tag: 'Organizations',
  access: 'customer:write',
  body: z.strictObject({ ...writableMembers, number: z.optional(text(60)), name: z.optional(text(200)) }),
  responses: { 200: organizationSchema },
  ifMatch: true,
  versioned: true,
})
