import type { AttributeDefinition } from '#/contract/metadata.ts'
import { m } from '#/shared/i18n/generated/messages.js'

const types: Record<AttributeDefinition['dataType'], () => string> = {
  text: m.metadata_type_text,
  integer: m.metadata_type_integer,
  decimal: m.metadata_type_decimal,
  boolean: m.metadata_type_boolean,
  dateTime: m.metadata_type_date_time,
  lookup: m.metadata_type_lookup,
  entityReference: m.metadata_type_reference,
}

export const typeLabel = (dataType: AttributeDefinition['dataType']) => types[dataType]()

const entities: Record<string, () => string> = {
  customer: m.metadata_entity_customer,
  organization: m.metadata_entity_organization,
  store: m.metadata_entity_store,
}

/** A kind of record; a kind that is not known here by its code. */
export const entityLabel = (entity: string) => entities[entity]?.() ?? entity
