import { brokenDefinitionRules, type DefinitionBody } from '#/contract/definition-rules.ts'
import type { Localized } from '#/contract/common.ts'
import { metadataNameSchema, type AttributeDefinition, type Lookup } from '#/contract/metadata.ts'
import { attributeValueOf, formValueOf } from '#/customers/attributes/attribute-form-values.ts'
import type { Issues } from '#/metadata/metadata-dialog.tsx'
import { fieldErrorText } from '#/shared/form/field-error-text.ts'
import { parseNumber } from '#/shared/format/parse-number.ts'
import { m } from '#/shared/i18n/generated/messages.js'

type DataType = AttributeDefinition['dataType']

/** What the form of a definition holds; empty texts for nothing. */
export interface DefinitionValues {
  name: string
  label: Localized
  description: Localized
  groupId: string
  dataType: DataType
  lookupName: string
  referenceEntity: string
  required: boolean
  multiple: boolean
  multilingual: boolean
  readOnly: boolean
  searchable: boolean
  min: string
  max: string
  maxLength: string
  default: string
}

export const newDefinition = (groupId: string | null): DefinitionValues => ({
  name: '',
  label: {},
  description: {},
  groupId: groupId ?? '',
  dataType: 'text',
  lookupName: '',
  referenceEntity: 'customer',
  required: false,
  multiple: false,
  multilingual: false,
  readOnly: false,
  searchable: false,
  min: '',
  max: '',
  maxLength: '',
  default: '',
})

/** Which members a type has. */
export const hasRange = (dataType: DataType) => ['integer', 'decimal', 'dateTime'].includes(dataType)
export const hasDefault = (dataType: DataType) => dataType !== 'entityReference'

const singleKind = (dataType: DataType) => ({ dataType, multiple: false, multilingual: false, required: false })

function typedOf(value: string | number | boolean | null, dataType: DataType): string {
  const typed = formValueOf(value, singleKind(dataType))
  return typeof typed === 'string' ? typed : String(value ?? '')
}

export function definitionValues(definition: AttributeDefinition): DefinitionValues {
  const { dataType, min, max, maxLength, updatedAt: _at, updatedBy: _by, etag: _etag, ...members } = definition
  return {
    name: members.name,
    label: members.label,
    description: members.description ?? {},
    groupId: members.groupId ?? '',
    dataType,
    lookupName: members.lookupName ?? '',
    referenceEntity: members.referenceEntity ?? 'customer',
    required: members.required,
    multiple: members.multiple,
    multilingual: members.multilingual,
    readOnly: members.readOnly,
    searchable: members.searchable,
    min: typedOf(min, dataType),
    max: typedOf(max, dataType),
    maxLength: maxLength === null ? '' : String(maxLength),
    default: typedOf(members.default, dataType),
  }
}

/** Texts that say something, without blanks around them. */
export const trimmedTexts = (texts: Localized): Localized =>
  Object.fromEntries(Object.entries(texts).flatMap(([culture, text]) => (text.trim() ? [[culture, text.trim()]] : [])))

/** One plain value of the type; what cannot be read stays a text, which the rules refuse. */
function plainOf(typed: string, dataType: DataType): string | number | boolean | null {
  const value = attributeValueOf(typed, singleKind(dataType))
  return typeof value === 'object' ? null : value
}

function limitOf(typed: string, dataType: DataType): number | string | null {
  const value = hasRange(dataType) ? plainOf(typed, dataType) : null
  return typeof value === 'boolean' ? null : value
}

/** The definition as the API takes it; members that its type does not have are left out. */
export function definitionBodyOf(
  values: DefinitionValues,
  { displayOrder, retiredAt }: Pick<AttributeDefinition, 'displayOrder' | 'retiredAt'>,
): DefinitionBody {
  const { dataType } = values
  const description = trimmedTexts(values.description)
  const isMultilingual = dataType === 'text' && values.multilingual
  return {
    label: trimmedTexts(values.label),
    description: Object.keys(description).length === 0 ? null : description,
    groupId: values.groupId || null,
    displayOrder,
    dataType,
    required: values.required,
    multiple: values.multiple && !isMultilingual,
    multilingual: isMultilingual,
    searchable: values.searchable,
    readOnly: values.readOnly,
    retiredAt,
    min: limitOf(values.min, dataType),
    max: limitOf(values.max, dataType),
    maxLength: dataType === 'text' && values.maxLength.trim() !== '' ? Number(parseNumber(values.maxLength)) : null,
    default: hasDefault(dataType) ? plainOf(values.default, dataType) : null,
    lookupName: dataType === 'lookup' ? values.lookupName || null : null,
    referenceEntity: dataType === 'entityReference' ? values.referenceEntity : null,
  }
}

const sentences: Record<string, () => string> = {
  '/min not-allowed': () => m.metadata_issue_limit(),
  '/max not-allowed': () => m.metadata_issue_limit(),
  '/max too-small': () => m.metadata_issue_range(),
  '/lookupName required': () => m.metadata_issue_lookup(),
  '/default wrong-type': () => m.metadata_issue_default(),
}

/** What is wrong with what was typed. */
export function checkDefinition(
  values: DefinitionValues,
  lookups: readonly Lookup[],
  taken: readonly string[],
): Issues<DefinitionValues> {
  const body = definitionBodyOf(values, { displayOrder: 0, retiredAt: null })
  const lookup = lookups.find(({ name }) => name === body.lookupName)
  const known = lookup ?? (body.lookupName === null ? undefined : { active: true, values: [] })
  const issues: Issues<DefinitionValues> = {}
  if (!metadataNameSchema.safeParse(values.name).success) issues.name = m.metadata_issue_name()
  if (taken.includes(values.name)) issues.name = 'duplicate'
  if (body.maxLength !== null && !(Number.isSafeInteger(body.maxLength) && body.maxLength >= 1)) {
    issues.maxLength = m.metadata_issue_length()
  }
  for (const { pointer = '', code, detail } of brokenDefinitionRules(body, { lookup: known, hasGroup: true })) {
    const field = pointer.slice(1) as keyof DefinitionValues
    issues[field] ??= sentences[`${pointer} ${code}`]?.() ?? fieldErrorText(code, detail)
  }
  return issues
}

/** A name for a label: `Loyalty tier` is `loyaltyTier`. */
export function nameFor(label: string): string {
  const words = label
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/u)
    .filter(Boolean)
  const camel = words.map((word, index) =>
    index === 0 ? word.charAt(0).toLowerCase() + word.slice(1) : word.charAt(0).toUpperCase() + word.slice(1),
  )
  return camel
    .join('')
    .replace(/^[^A-Za-z]+/u, '')
    .slice(0, 60)
}
