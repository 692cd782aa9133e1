import { brokenDefinitionRules, brokenLookupRules } from '#/contract/definition-rules.ts'
import * as contract from '#/contract/metadata.ts'
import type { AttributeDefinition, AttributeGroup, Lookup } from '#/contract/metadata.ts'
import { ok } from '#server/api/answer.ts'
import type { Registry } from '#server/api/call.ts'
import { storableInstant } from '#server/api/instants.ts'
import { definitionsNaming, refuseWhileCustomersHave, refuseWhileDefinitionsName } from '#server/api/metadata-usage.ts'
import { metadataWriter } from '#server/api/metadata-write.ts'
import { etagOf } from '#server/api/preconditions.ts'
import { invalid, notFound } from '#server/api/refusal.ts'
import type { AttributeDefinitionRow, AttributeGroupRow, LookupRow } from '#server/store/rows.ts'

export function registerMetadata({ handle, handleWrite }: Registry): void {
  handle(contract.listAttributeDefinitions, async ({ store }) => {
    const definitions = await store.find('attributeDefinitions', { sort: [{ field: 'displayOrder' }] })
    const groups = await store.find('attributeGroups', { sort: [{ field: 'displayOrder' }] })
    return ok({ items: definitions.rows.map(definitionOf), groups: groups.rows.map(groupOf) })
  })

  handle(contract.listLookups, async ({ store }) => ok({ items: (await store.find('lookups', {})).rows.map(lookupOf) }))

  handleWrite(contract.putAttributeDefinition, async (call) => {
    const { id, before } = await definitions.match(call, nameOf(call.params))
    const body = call.body()
    const [lookup] = await call.store.getMany('lookups', body.lookupName === null ? [] : [body.lookupName])
    const [group] = await call.store.getMany('attributeGroups', body.groupId === null ? [] : [body.groupId])
    const errors = brokenDefinitionRules(body, { lookup, hasGroup: group !== undefined })
    if (errors.length > 0) throw invalid(...errors)
    if (before && shapeOf(before) !== shapeOf(body)) {
      await refuseWhileCustomersHave(call.store, (values) => Object.hasOwn(values, id))
    }
    const retiredAt = body.retiredAt === null ? null : storableInstant(Date.parse(body.retiredAt))
    return await definitions.put(call, before, { ...body, retiredAt, id })
  })

  handleWrite(contract.deleteAttributeDefinition, async (call) => {
    const { id, before } = await definitions.match(call, nameOf(call.params))
    await refuseWhileCustomersHave(call.store, (values) => Object.hasOwn(values, id))
    return await definitions.remove(call, before)
  })

  handleWrite(contract.putLookup, async (call) => {
    const { id, before } = await lookups.match(call, nameOf(call.params))
    const body = call.body()
    const errors = brokenLookupRules(body)
    if (errors.length > 0) throw invalid(...errors)
    const kept = new Set(body.values.map(({ value }) => value))
    const dropped = before?.values.map(({ value }) => value).filter((value) => !kept.has(value)) ?? []
    if (dropped.length > 0) {
      const names = (await definitionsNaming(call.store, 'lookupName', id)).map((definition) => definition.id)
      await refuseWhileCustomersHave(call.store, (values) =>
        names.some((name) => dropped.some((value) => [values[name]].flat().includes(value))),
      )
    }
    return await lookups.put(call, before, { ...body, id })
  })

  handleWrite(contract.deleteLookup, async (call) => {
    const { id, before } = await lookups.match(call, nameOf(call.params))
    await refuseWhileDefinitionsName(call.store, 'lookupName', id)
    return await lookups.remove(call, before)
  })

  handleWrite(contract.putAttributeGroup, async (call) => {
    const { id, before } = await groups.match(call, groupIdOf(call.params))
    const body = call.body()
    if (Object.keys(body.label).length === 0) {
      throw invalid({ pointer: '/label', code: 'required', detail: 'A label is required' })
    }
    return await groups.put(call, before, { ...body, id })
  })

  handleWrite(contract.deleteAttributeGroup, async (call) => {
    const { id, before } = await groups.match(call, groupIdOf(call.params))
    await refuseWhileDefinitionsName(call.store, 'groupId', id)
    return await groups.remove(call, before)
  })
}

type Shape = Pick<AttributeDefinitionRow, 'dataType' | 'multiple' | 'multilingual' | 'lookupName' | 'referenceEntity'>

/** What stored values depend on. */
const shapeOf = (row: Shape) =>
  JSON.stringify([row.dataType, row.multiple, row.multilingual, row.lookupName, row.referenceEntity])

const definitionOf = ({ id, ...row }: AttributeDefinitionRow): AttributeDefinition => ({
  ...row,
  name: id,
  etag: etagOf(row),
})
const lookupOf = ({ id, ...row }: LookupRow): Lookup => ({ ...row, name: id, etag: etagOf(row) })
const groupOf = (row: AttributeGroupRow): AttributeGroup => ({ ...row, etag: etagOf(row) })

const definitions = metadataWriter({
  collection: 'attributeDefinitions',
  subject: 'attributeDefinition',
  path: '/metadata/customer-attributes',
  schema: contract.attributeDefinitionSchema,
  wireOf: definitionOf,
})
const lookups = metadataWriter({
  collection: 'lookups',
  subject: 'lookup',
  path: '/metadata/lookups',
  schema: contract.lookupSchema,
  wireOf: lookupOf,
})
const groups = metadataWriter({
  collection: 'attributeGroups',
  subject: 'attributeGroup',
  path: '/metadata/attribute-groups',
  schema: contract.attributeGroupSchema,
  wireOf: groupOf,
})

/** Names begin with a letter. */
function nameOf({ name }: { name: string }): string {
  if (!/^[A-Za-z]/.test(name)) throw notFound()
  return name
}

function groupIdOf({ id }: { id: string }): string {
  if (!/^[0-9a-z-]{1,16}$/.test(id)) throw notFound()
  return id
}
