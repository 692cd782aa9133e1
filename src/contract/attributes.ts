import * as z from 'zod/mini'
import { actorSchema, idSchema, instantSchema } from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'

export const entityReferenceSchema = z.object({ entityType: z.string(), id: idSchema, label: z.string() })
export type EntityReference = z.output<typeof entityReferenceSchema>

const plainValueSchema = z.union([z.string(), z.number(), z.boolean()])

/**
 * Value of a custom attribute: `null` when cleared, one plain value, several, text by culture (multilingual), or
 * references. Integers beyond 2^53 are strings of digits.
 */
export const attributeValueSchema = z.nullable(
  z.union([
    plainValueSchema,
    z.array(plainValueSchema),
    entityReferenceSchema,
    z.array(entityReferenceSchema),
    z.record(z.string(), z.string()),
  ]),
)
export type AttributeValue = z.output<typeof attributeValueSchema>

export const customerAttributesSchema = z.object({
  etag: z.string(),
  /** The registration of the customer, where no value was ever changed. */
  updatedAt: instantSchema,
  updatedBy: actorSchema,
  values: z.record(z.string(), attributeValueSchema),
})
export type CustomerAttributes = z.output<typeof customerAttributesSchema>

export const getCustomerAttributes = endpoint({
  name: 'getCustomerAttributes',
  method: 'GET',
  path: '/customers/{id}/attributes',
  summary: 'Custom attribute values, also those whose definition is gone',
  tag: 'Custom attributes',
  access: 'customer:read',
  responses: { 200: customerAttributesSchema },
  versioned: true,
})

export const patchCustomerAttributes = endpoint({
  name: 'patchCustomerAttributes',
  method: 'PATCH',
  path: '/customers/{id}/attributes',
  summary: 'Change the named attribute values; null clears',
  tag: 'Custom attributes',
  access: 'customer:write',
  body: z.strictObject({ values: z.record(z.string(), attributeValueSchema) }),
  responses: { 200: customerAttributesSchema },
  ifMatch: true,
  versioned: true,
})
