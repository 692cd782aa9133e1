import type { AttributeValue } from '#/contract/attributes.ts'
import type { ProblemError } from '#/contract/problem.ts'
import type { AttributeDefinition, Lookup } from '#/contract/metadata.ts'
import { isCardNumber } from '#/contract/card-number.ts'
import { isSame } from '#/contract/same-json.ts'

/** What of a definition its values are held against. */
export type AttributeRules = Pick<
  AttributeDefinition,
  | 'dataType'
  | 'required'
  | 'multiple'
  | 'multilingual'
  | 'readOnly'
  | 'retiredAt'
  | 'min'
  | 'max'
  | 'maxLength'
  | 'referenceEntity'
>
type Choices = Pick<Lookup, 'active' | 'values'>

interface Context {
  /** Pointer to the value. */
  pointer: string
  definition: AttributeRules | undefined
  lookup: Choices | undefined
  /** The value that is stored now. */
  before: AttributeValue
}

/** What is wrong with a new value of a custom attribute; a value that stays as it was is never wrong. */
export function brokenAttributeRules(value: AttributeValue, context: Context): ProblemError[] {
  const { pointer, definition, before } = context
  if (isSame(value, before)) return []
  if (!definition) return [{ pointer, code: 'unrecognized', detail: 'There is no such attribute' }]
  if (definition.retiredAt !== null) return [{ pointer, code: 'retired', detail: 'This attribute is no longer used' }]
  if (definition.readOnly) return [{ pointer, code: 'read-only', detail: 'Staff cannot change this attribute' }]
  if (value === null) return definition.required ? [{ pointer, code: 'required', detail: 'A value is required' }] : []
  if (definition.multilingual) return brokenTranslations(value, definition, context)
  if (!definition.multiple) return brokenValue(value, definition, context)
  if (!Array.isArray(value)) return [{ pointer, code: 'wrong-type', detail: 'Expected a list' }]
  if (value.length === 0) return [{ pointer, code: 'too-short', detail: 'Null clears, not an empty list' }]
  return value.flatMap((item, index) => brokenValue(item, definition, { ...context, pointer: `${pointer}/${index}` }))
}

function brokenTranslations(value: AttributeValue, definition: AttributeRules, context: Context): ProblemError[] {
  const { pointer } = context
  if (typeof value !== 'object' || value === null || Array.isArray(value) || 'entityType' in value) {
    return [{ pointer, code: 'wrong-type', detail: 'Expected texts by language' }]
  }
  const texts = Object.entries(value)
  if (texts.length === 0) return [{ pointer, code: 'too-short', detail: 'Null clears, not an empty list' }]
  return texts.flatMap(([language, text]) => {
    const at = `${pointer}/${language}`
    if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)) {
      return [{ pointer: at, code: 'not-allowed', detail: 'Not a language' }]
    }
    return brokenText(text, definition, { ...context, pointer: at })
  })
}

type Rule = (value: unknown, definition: AttributeRules, context: Context) => ProblemError[]

const cardNumber = (pointer: string): ProblemError[] => [
  { pointer, code: 'card-number', detail: 'Looks like the number of a payment card' },
]

const wrongType = (pointer: string, expected: string): ProblemError[] => [
  { pointer, code: 'wrong-type', detail: `Expected ${expected}` },
]

const rules: Record<AttributeRules['dataType'], Rule> = {
  text: (value, definition, context) => brokenText(value, definition, context),
  integer: (value, definition, { pointer }) => {
    if (!isInteger(value)) return wrongType(pointer, 'a whole number')
    return isCardNumber(value, 'number') ? cardNumber(pointer) : brokenRange(Number(value), definition, pointer)
  },
  decimal: (value, definition, { pointer }) => {
    if (typeof value !== 'number') return wrongType(pointer, 'a number')
    return isCardNumber(value, 'number') ? cardNumber(pointer) : brokenRange(value, definition, pointer)
  },
  boolean: (value, _definition, { pointer }) => (typeof value === 'boolean' ? [] : wrongType(pointer, 'true or false')),
  dateTime: (value, definition, { pointer }) =>
    isInstant(value) ? brokenRange(Date.parse(value), definition, pointer) : wrongType(pointer, 'an instant in UTC'),
  lookup: brokenChoice,
  entityReference: (value, { referenceEntity }, { pointer }) => {
    const isReference = typeof value === 'object' && value !== null && 'entityType' in value
    if (!isReference) return wrongType(pointer, 'a reference')
    if (referenceEntity === null || value.entityType === referenceEntity) return []
    return [{ pointer: `${pointer}/entityType`, code: 'not-allowed', detail: `Expected ${referenceEntity}` }]
  },
}

const brokenValue: Rule = (value, definition, context) => rules[definition.dataType](value, definition, context)

/** Whole numbers beyond 2^53 are strings of digits. */
function isInteger(value: unknown): boolean {
  return typeof value === 'string' ? /^-?\d{1,40}$/.test(value) : Number.isSafeInteger(value)
}

export function isInstant(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d.*Z$/.test(value) && !Number.isNaN(Date.parse(value))
}

function brokenText(value: unknown, { maxLength }: AttributeRules, context: Context): ProblemError[] {
  const { pointer } = context
  if (typeof value !== 'string') return wrongType(pointer, 'a text')
  if (value.trim() === '') return [{ pointer, code: 'too-short', detail: 'Null clears, not an empty text' }]
  if (isCardNumber(value, 'text')) return cardNumber(pointer)
  if (value.length <= (maxLength ?? Infinity)) return []
  return [{ pointer, code: 'too-long', detail: `At most ${maxLength} characters` }]
}

function brokenRange(value: number, { min, max }: AttributeRules, pointer: string): ProblemError[] {
  const limit = (bound: number | string | null) => (typeof bound === 'string' ? Date.parse(bound) : bound)
  if (value < (limit(min) ?? -Infinity)) return [{ pointer, code: 'too-small', detail: `At least ${min}` }]
  if (value > (limit(max) ?? Infinity)) return [{ pointer, code: 'too-big', detail: `At most ${max}` }]
  return []
}

/** A value that was switched off may stay where it is, but not be chosen anew. */
function brokenChoice(value: unknown, _definition: AttributeRules, context: Context): ProblemError[] {
  const { pointer, lookup, before } = context
  if (typeof value !== 'string') return wrongType(pointer, 'a value of the lookup')
  const isKept = Array.isArray(before) ? before.some((item) => item === value) : before === value
  if (isKept) return []
  const choice = lookup?.values.find((known) => known.value === value)
  if (!choice) return [{ pointer, code: 'not-allowed', detail: 'Not a value of the lookup' }]
  if (choice.active && lookup?.active) return []
  return [{ pointer, code: 'inactive', detail: 'This value can no longer be chosen' }]
}
