import { isInstant } from '#/contract/attribute-rules.ts'
import type { AttributeValue } from '#/contract/attributes.ts'
import type { AttributeDefinition, Lookup } from '#/contract/metadata.ts'
import { localized } from '#/customers/attributes/localized.ts'
import { formatInstant, formatLocalDate } from '#/shared/format/format-time.ts'
import { formatDigits } from '#/shared/format/parse-number.ts'
import { m } from '#/shared/i18n/generated/messages.js'

type Kind = Pick<AttributeDefinition, 'dataType' | 'lookupName'> | undefined

export const isLocalDate = (value: string) =>
  /^\d{4}-\d\d-\d\d$/u.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`))

/** Digits as they are: an integer beyond 2^53 arrives as text and must not be rounded. */
export function numberText(value: string | number): string {
  if (typeof value === 'string') return formatDigits(value)
  const text = String(value)
  return text.includes('e') ? text : formatDigits(text)
}

export function choiceOf(value: string, kind: Kind, lookups: readonly Lookup[]) {
  const lookup = lookups.find(({ name }) => name === kind?.lookupName)
  const choice = lookup?.values.find((each) => each.value === value)
  return choice && { label: localized(choice.label)?.text ?? value, isActive: choice.active && lookup?.active === true }
}

function plainText(value: string | number | boolean, kind: Kind, lookups: readonly Lookup[]): string {
  if (typeof value === 'boolean') return value ? m.common_yes() : m.common_no()
  switch (kind?.dataType) {
    case 'lookup':
      return choiceOf(String(value), kind, lookups)?.label ?? String(value)
    case 'integer':
    case 'decimal':
      return numberText(value)
    case 'dateTime':
      if (isInstant(value)) return formatInstant(value)
      return typeof value === 'string' && isLocalDate(value) ? formatLocalDate(value) : String(value)
    default:
      return String(value)
  }
}

type Single = Exclude<AttributeValue, null | unknown[]>

function singleText(value: Single, kind: Kind, lookups: readonly Lookup[]): string {
  if (typeof value !== 'object') return plainText(value, kind, lookups)
  if ('entityType' in value) return value['label'] ?? value['id'] ?? ''
  return localized(value)?.text ?? ''
}

/** A value of a custom attribute in words; empty when there is none. */
export function attributeText(value: AttributeValue, kind: Kind, lookups: readonly Lookup[]): string {
  if (value === null) return ''
  const values: Single[] = Array.isArray(value) ? value : [value]
  return values.map((each) => singleText(each, kind, lookups)).join(', ')
}
