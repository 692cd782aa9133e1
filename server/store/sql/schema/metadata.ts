import type { Localized } from '#/contract/common.ts'
import { pgTable } from 'drizzle-orm/pg-core'
import type { AttributeDefinitionRow, LookupRow } from '#server/store/rows.ts'
import {
  code,
  columns,
  flag,
  instantOrNull,
  json,
  jsonOrNull,
  key,
  whole,
  wholeOrNull,
  wordsOrNull,
} from '#server/store/sql/column-kinds.ts'
import { lastChangeColumns } from '#server/store/sql/schema/entity-columns.ts'

export const attributeDefinitions = pgTable(
  'attribute_definitions',
  columns({
    id: key,
    version: whole,
    label: json<Localized>(),
    description: jsonOrNull<Localized>(),
    groupId: wordsOrNull,
    displayOrder: whole,
    dataType: code<AttributeDefinitionRow['dataType']>(),
    required: flag,
    multiple: flag,
    multilingual: flag,
    searchable: flag,
    readOnly: flag,
    retiredAt: instantOrNull,
    min: jsonOrNull<AttributeDefinitionRow['min']>(),
    max: jsonOrNull<AttributeDefinitionRow['max']>(),
    maxLength: wholeOrNull,
    default: jsonOrNull<AttributeDefinitionRow['default']>(),
    lookupName: wordsOrNull,
    referenceEntity: wordsOrNull,
    ...lastChangeColumns,
  }),
)

export const attributeGroups = pgTable(
  'attribute_groups',
  columns({ id: key, version: whole, label: json<Localized>(), displayOrder: whole, ...lastChangeColumns }),
)

export const lookups = pgTable(
  'lookups',
  columns({
    id: key,
    version: whole,
    label: json<Localized>(),
    active: flag,
    values: json<LookupRow['values']>(),
    ...lastChangeColumns,
  }),
)
