import * as z from 'zod/mini'
import { idSchema } from '#/contract/common.ts'
import { metadataNameSchema, putAttributeDefinition, putAttributeGroup, putLookup } from '#/contract/metadata.ts'
import { lastChangeOf, upsertKeyed } from '#server/import/keyed.ts'
import { fail, type Entry, type ImportContext, type Resource } from '#server/import/resource.ts'
import type { CollectionName } from '#server/store/rows.ts'

const groupSchema = z.strictObject({ id: idSchema, ...putAttributeGroup.body.shape })
const lookupSchema = z.strictObject({ name: metadataNameSchema, ...putLookup.body.shape })
const definitionSchema = z.strictObject({
  ...z.partial(putAttributeDefinition.body).shape,
  name: metadataNameSchema,
  label: putAttributeDefinition.body.shape.label,
  dataType: putAttributeDefinition.body.shape.dataType,
})
type DefinitionInput = z.output<typeof definitionSchema>

export const attributeGroups: Resource<z.output<typeof groupSchema>> = {
  schema: groupSchema,
  keyOf: ({ id }) => id,
  async write(context, entries) {
    await upsertKeyed(
      context,
      'attributeGroups',
      entries,
      ({ input }, before) => ({ ...input, version: before?.version ?? 1, ...lastChangeOf(before) }),
      ({ input }) => input.id,
    )
  },
}

export const lookups: Resource<z.output<typeof lookupSchema>> = {
  schema: lookupSchema,
  keyOf: ({ name }) => name,
  async write(context, entries) {
    await upsertKeyed(
      context,
      'lookups',
      entries,
      ({ input: { name, ...members } }, before) => ({
        ...members,
        id: name,
        version: before?.version ?? 1,
        ...lastChangeOf(before),
      }),
      ({ input }) => input.name,
    )
  },
}

/** Entries whose named group or lookup exists; the others fail. */
async function withKnown(
  { transaction }: ImportContext,
  entries: Entry<DefinitionInput>[],
  collection: Extract<CollectionName, 'attributeGroups' | 'lookups'>,
  member: 'groupId' | 'lookupName',
): Promise<Entry<DefinitionInput>[]> {
  const ids = entries.flatMap(({ input }) => input[member] ?? [])
  const known = new Set((await transaction.getMany(collection, ids)).map(({ id }) => id))
  for (const entry of entries) {
    const id = entry.input[member]
    if (id && !known.has(id)) fail(entry, `/${member}`, 'unknown-reference', 'Refers to a record that is not here')
  }
  return entries.filter(({ outcome }) => outcome !== 'failed')
}

export const attributeDefinitions: Resource<DefinitionInput> = {
  schema: definitionSchema,
  keyOf: ({ name }) => name,
  async write(context, entries) {
    const grouped = await withKnown(context, entries, 'attributeGroups', 'groupId')
    const found = await withKnown(context, grouped, 'lookups', 'lookupName')
    await upsertKeyed(
      context,
      'attributeDefinitions',
      found,
      ({ input }, before) => ({
        id: input.name,
        version: before?.version ?? 1,
        ...lastChangeOf(before),
        label: input.label,
        description: input.description ?? null,
        groupId: input.groupId ?? null,
        displayOrder: input.displayOrder ?? 0,
        dataType: input.dataType,
        required: input.required ?? false,
        multiple: input.multiple ?? false,
        multilingual: input.multilingual ?? false,
        searchable: input.searchable ?? false,
        readOnly: input.readOnly ?? false,
        retiredAt: input.retiredAt ?? null,
        min: input.min ?? null,
        max: input.max ?? null,
        maxLength: input.maxLength ?? null,
        default: input.default ?? null,
        lookupName: input.lookupName ?? null,
        referenceEntity: input.referenceEntity ?? null,
      }),
      ({ input }) => input.name,
    )
  },
}
