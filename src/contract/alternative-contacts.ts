import * as z from 'zod/mini'
import { entityMembers, idSchema, pageOf, pagingMembers } from '#/contract/common.ts'
import { customerStatusSchema } from '#/contract/customers.ts'
import { endpoint } from '#/contract/endpoint.ts'

/** Another customer; `null` where the person may not see that one. */
export const partySchema = z.object({
  id: idSchema,
  visible: z.boolean(),
  customerNumber: z.nullable(z.string()),
  name: z.nullable(z.string()),
  email: z.nullable(z.string()),
  status: z.nullable(customerStatusSchema),
})
export type Party = z.output<typeof partySchema>

const rightsMembers = {
  permissions: z.object({ support: z.boolean(), billing: z.boolean(), productIds: z.array(idSchema) }),
  /** The products by name; without a status when one is gone. */
  products: z.array(z.object({ id: idSchema, name: z.nullable(z.string()), status: z.nullable(z.string()) })),
}

/** Another customer who may act for this one. */
export const alternativeContactSchema = z.object({ ...entityMembers, member: partySchema, ...rightsMembers })
export type AlternativeContact = z.output<typeof alternativeContactSchema>

/** An account that this customer may act for. */
export const actsForSchema = z.object({ ...entityMembers, customer: partySchema, ...rightsMembers })

export type ActsFor = z.output<typeof actsForSchema>

export const listAlternativeContacts = endpoint({
  name: 'listAlternativeContacts',
  method: 'GET',
  path: '/customers/{id}/alternative-contacts',
  summary: 'Other customers who may act for this one, newest first',
  tag: 'Contacts',
  access: 'customer:read',
  query: z.strictObject(pagingMembers),
  responses: { 200: pageOf(alternativeContactSchema) },
})

export const listActsFor = endpoint({
  name: 'listActsFor',
  method: 'GET',
  path: '/customers/{id}/acts-for',
  summary: 'Accounts that this customer may act for, newest first',
  tag: 'Contacts',
  access: 'customer:read',
  query: z.strictObject(pagingMembers),
  responses: { 200: pageOf(actsForSchema) },
})

const permissionsInput = z.strictObject({
  support: z.optional(z.boolean()),
  billing: z.optional(z.boolean()),
  /** Subscriptions of the customer; replaced whole. */
  productIds: z.optional(z.array(idSchema).check(z.maxLength(100))),
})

export const createAlternativeContact = endpoint({
  name: 'createAlternativeContact',
  method: 'POST',
  path: '/customers/{id}/alternative-contacts',
  summary: 'Let another customer act for this one, with at least one right',
  tag: 'Contacts',
  access: 'delegate:write',
  body: z.strictObject({ memberId: idSchema, permissions: permissionsInput }),
  responses: { 201: alternativeContactSchema },
  idempotency: 'required',
  versioned: true,
})

export const patchAlternativeContact = endpoint({
  name: 'patchAlternativeContact',
  method: 'PATCH',
  path: '/customers/{id}/alternative-contacts/{contactId}',
  summary: 'Change what another customer may do here',
  tag: 'Contacts',
  access: 'delegate:write',
  body: z.strictObject({ permissions: permissionsInput }),
  responses: { 200: alternativeContactSchema },
  ifMatch: true,
  versioned: true,
})

export const deleteAlternativeContact = endpoint({
  name: 'deleteAlternativeContact',
  method: 'DELETE',
  path: '/customers/{id}/alternative-contacts/{contactId}',
  summary: 'Let another customer no longer act for this one',
  tag: 'Contacts',
  access: 'delegate:write',
  responses: { 204: null },
  ifMatch: true,
})
