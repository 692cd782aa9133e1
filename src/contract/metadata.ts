import * as z from 'zod/mini'
import { idSchema, instantSchema, lastChangeMembers, localizedSchema } from '#/contract/common.ts'
import { endpoint } from '#/contract/endpoint.ts'

export const attributeTypes = [
  'text',
  'integer',
  'decimal',
  'boolean',
  'dateTime',
  'lookup',
  'entityReference',
] as const

/** Keys of definitions and lookups: letters, digits and hyphens, so that they can stand in a path. */
export const metadataNameSchema = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,59}$/))

const limitSchema = z.nullable(z.union([z.number(), instantSchema]))

const definitionMembers = {
  label: localizedSchema,
  description: z.nullable(localizedSchema),
  groupId: z.nullable(idSchema),
  displayOrder: z.int(),
  dataType: z.enum(attributeTypes),
  required: z.boolean(),
  multiple: z.boolean(),
  multilingual: z.boolean(),
  searchable: z.boolean(),
  readOnly: z.boolean(),
  retiredAt: z.nullable(instantSchema),
  /** Numbers, or instants for `dateTime`; inclusive. */
  min: limitSchema,
  max: limitSchema,
  maxLength: z.nullable(z.int().check(z.gte(1))),
  default: z.nullable(z.union([z.string(), z.number(), z.boolean()])),
  lookupName: z.nullable(metadataNameSchema),
  referenceEntity: z.nullable(z.string()),
}

export const attributeDefinitionSchema = z.object({
  name: metadataNameSchema,
  etag: z.string(),
  ...definitionMembers,
  ...lastChangeMembers,
})
export type AttributeDefinition = z.output<typeof attributeDefinitionSchema>

export const attributeGroupSchema = z.object({
  id: idSchema,
  etag: z.string(),
  label: localizedSchema,
  displayOrder: z.int(),
  ...lastChangeMembers,
})
export type AttributeGroup = z.output<typeof attributeGroupSchema>

const lookupValueSchema = z.object({
  value: z.string().check(z.minLength(1), z.maxLength(100)),
  label: localizedSchema,
  sortOrder: z.int(),
  active: z.boolean(),
})

export const lookupSchema = z.object({
  name: metadataNameSchema,
  etag: z.string(),
  label: localizedSchema,
  active: z.boolean(),
  values: z.array(lookupValueSchema),
  ...lastChangeMembers,
})
export type Lookup = z.output<typeof lookupSchema>

export const listAttributeDefinitions = endpoint({
  name: 'listAttributeDefinitions',
  method: 'GET',
  path: '/metadata/customer-attributes',
  summary: 'Definitions and groups of the custom attributes',
  tag: 'Metadata',
  access: 'signedIn',
  responses: {
    200: z.object({ items: z.array(attributeDefinitionSchema), groups: z.array(attributeGroupSchema) }),
  },
  cacheable: true,
})

export const listLookups = endpoint({
  name: 'listLookups',
  method: 'GET',
  path: '/metadata/lookups',
  summary: 'Lookups with their values',
  tag: 'Metadata',
  access: 'signedIn',
  responses: { 200: z.object({ items: z.array(lookupSchema) }) },
  cacheable: true,
})

/** PUT creates with `If-None-Match: *` and changes with `If-Match`. */
const write = { tag: 'Metadata', access: 'metadata:write', ifMatch: true } as const

export const putAttributeDefinition = endpoint({
  ...write,
  name: 'putAttributeDefinition',
  method: 'PUT',
  path: '/metadata/customer-attributes/{name}',
  summary: 'Create or change a definition',
  body: z.strictObject(definitionMembers),
  responses: { 200: attributeDefinitionSchema, 201: attributeDefinitionSchema },
  versioned: true,
})

export const deleteAttributeDefinition = endpoint({
  ...write,
  name: 'deleteAttributeDefinition',
  method: 'DELETE',
  path: '/metadata/customer-attributes/{name}',
  summary: 'Delete a definition that no customer uses',
  responses: { 204: null },
})

export const putLookup = endpoint({
  ...write,
  name: 'putLookup',
  method: 'PUT',
  path: '/metadata/lookups/{name}',
  summary: 'Create or change a lookup',
  body: z.strictObject({
    label: localizedSchema,
    active: z.boolean(),
    values: z.array(lookupValueSchema).check(z.maxLength(1000)),
  }),
  responses: { 200: lookupSchema, 201: lookupSchema },
  versioned: true,
})

export const deleteLookup = endpoint({
  ...write,
  name: 'deleteLookup',
  method: 'DELETE',
  path: '/metadata/lookups/{name}',
  summary: 'Delete a lookup that no definition uses',
  responses: { 204: null },
})

export const putAttributeGroup = endpoint({
  ...write,
  name: 'putAttributeGroup',
  method: 'PUT',
  path: '/metadata/attribute-groups/{id}',
  summary: 'Create or change a group of attributes',
  body: z.strictObject({ label: localizedSchema, displayOrder: z.int() }),
  responses: { 200: attributeGroupSchema, 201: attributeGroupSchema },
  versioned: true,
})

export const deleteAttributeGroup = endpoint({
  ...write,
  name: 'deleteAttributeGroup',
  method: 'DELETE',
  path: '/metadata/attribute-groups/{id}',
  summary: 'Delete a group that no definition uses',
  responses: { 204: null },
})
