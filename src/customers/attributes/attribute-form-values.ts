import { isInstant } from '#/contract/attribute-rules.ts'
import type { AttributeValue, EntityReference } from '#/contract/attributes.ts'
import type { AttributeDefinition } from '#/contract/metadata.ts'
import { isSame } from '#/contract/same-json.ts'
import { instantOfLocalInput, localInputOf } from '#/shared/format/local-time.ts'
import { decimalSign, parseNumber } from '#/shared/format/parse-number.ts'

/** A stored value of another kind than its definition; it stays until somebody replaces it. */
export interface Misfit {
  misfit: AttributeValue
}

/**
 * What a field of the form holds: a text for numbers, times, choices and yes or no, a list of texts where several are
 * taken, texts by culture, or references.
 */
export type AttributeFormValue = string | string[] | Record<string, string> | EntityReference[] | Misfit
export type AttributeFormValues = Record<string, AttributeFormValue>

export const isMisfit = (value: unknown): value is Misfit =>
  typeof value === 'object' && value !== null && 'misfit' in value && !Array.isArray(value)

const isReference = (value: unknown): value is EntityReference =>
  typeof value === 'object' && value !== null && 'entityType' in value && 'id' in value

type Kind = Pick<AttributeDefinition, 'dataType' | 'multiple' | 'multilingual' | 'required'>

/** Whether one value is of the kind; not whether it obeys the limits. */
function fits(value: unknown, { dataType }: Kind): boolean {
  switch (dataType) {
    case 'integer':
      return typeof value === 'string' ? /^-?\d{1,40}$/u.test(value) : Number.isInteger(value)
    case 'decimal':
      return typeof value === 'number'
    case 'boolean':
      return typeof value === 'boolean'
    case 'dateTime':
      return isInstant(value)
    case 'entityReference':
      return isReference(value)
    default:
      return typeof value === 'string'
  }
}

const isTexts = (value: AttributeValue): value is Record<string, string> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('entityType' in value)

function isFitting(value: AttributeValue, kind: Kind): boolean {
  if (kind.multilingual) return isTexts(value)
  if (!kind.multiple) return !Array.isArray(value) && fits(value, kind)
  return Array.isArray(value) && value.every((item) => fits(item, kind))
}

/** A single stored value as its field shows it. */
function typedOf(value: string | number | boolean, { dataType }: Kind): string {
  if (dataType === 'dateTime') return localInputOf(String(value))
  return dataType === 'decimal' ? digitsOf(Number(value)).replace('.', decimalSign()) : String(value)
}

/** A number without the exponent that very large and very small ones are written with. */
function digitsOf(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  return value.toLocaleString('en', { useGrouping: false, maximumSignificantDigits: 21 })
}

/** A field without a value. */
export function emptyFormValue({ dataType, multiple, multilingual, required }: Kind): AttributeFormValue {
  if (multilingual) return {}
  if (multiple || dataType === 'entityReference') return []
  // A required yes or no starts as no.
  return dataType === 'boolean' && required ? 'false' : ''
}

/** What the field of an attribute holds for a stored value. */
export function formValueOf(value: AttributeValue, kind: Kind): AttributeFormValue {
  if (value === null || (Array.isArray(value) && value.length === 0)) return emptyFormValue(kind)
  if (!isFitting(value, kind)) return { misfit: value }
  if (kind.multilingual) return value as Record<string, string>
  if (kind.dataType === 'entityReference') return [value].flat() as EntityReference[]
  if (Array.isArray(value)) return (value as (string | number | boolean)[]).map((item) => typedOf(item, kind))
  return typedOf(value as string | number | boolean, kind)
}

/** Whether the field of an attribute can hold the value, typed or misfit. */
export function isFormValueOf(value: unknown, { dataType, multiple, multilingual }: Kind): boolean {
  if (isMisfit(value)) return true
  if (Array.isArray(value)) {
    return dataType === 'entityReference'
      ? value.every(isReference)
      : multiple && value.every((each) => typeof each === 'string')
  }
  if (!multilingual) return typeof value === 'string' && !multiple && dataType !== 'entityReference'
  return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string')
}

const withoutBlanks = (texts: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([culture, text]) => (text.trim() === '' ? [] : [[culture, text.trim()]])),
  )

/** Blanks around a text and empty lines mean nothing. */
function meaning(value: unknown): unknown {
  if (typeof value === 'string') return value.trim()
  if (Array.isArray(value)) return value.map(meaning).filter((item) => item !== '')
  if (typeof value === 'object' && value !== null && !isMisfit(value) && !isReference(value)) {
    return withoutBlanks(value as Record<string, string>)
  }
  return isReference(value) ? [value.entityType, value.id] : value
}

/** Whether what the field holds means the same as what it held. */
export const isSameAttribute = (stored: unknown, typed: unknown) => isSame(meaning(stored), meaning(typed))

function single(typed: string, { dataType }: Kind): string | number | boolean {
  const text = typed.trim()
  switch (dataType) {
    case 'integer': {
      const digits = parseNumber(text)
      if (digits === undefined) return text
      return Number.isSafeInteger(Number(digits)) ? Number(digits) : digits
    }
    case 'decimal': {
      const digits = parseNumber(text)
      return digits === undefined ? text : Number(digits)
    }
    case 'boolean':
      return text === 'true'
    case 'dateTime':
      return instantOfLocalInput(text) ?? text
    default:
      return text
  }
}

/** What the API is to store for what the field holds; texts that cannot be read stay as they were typed. */
export function attributeValueOf(typed: AttributeFormValue, kind: Kind): AttributeValue {
  if (isMisfit(typed)) return typed.misfit
  if (typeof typed === 'string') return typed.trim() === '' ? null : single(typed, kind)
  if (!Array.isArray(typed)) {
    const texts = withoutBlanks(typed)
    return Object.keys(texts).length === 0 ? null : texts
  }
  if (kind.dataType === 'entityReference') {
    const references = typed as EntityReference[]
    return references.length === 0 ? null : kind.multiple ? references : (references[0] ?? null)
  }
  const items = (typed as string[]).filter((item) => item.trim() !== '').map((item) => single(item, kind))
  return items.length === 0 ? null : items
}
