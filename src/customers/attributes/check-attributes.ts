import { brokenAttributeRules } from '#/contract/attribute-rules.ts'
import type { AttributeValue, CustomerAttributes } from '#/contract/attributes.ts'
import type { AttributeDefinition, Lookup } from '#/contract/metadata.ts'
import type { ProblemError } from '#/contract/problem.ts'
import {
  attributeValueOf,
  formValueOf,
  isMisfit,
  isSameAttribute,
  type AttributeFormValue,
  type AttributeFormValues,
} from '#/customers/attributes/attribute-form-values.ts'
import { limitText } from '#/customers/attributes/attribute-limits.ts'
import type { CheckedEdit } from '#/customers/editing/editable.ts'
import { fieldErrorText } from '#/shared/form/field-error-text.ts'
import { parseNumber } from '#/shared/format/parse-number.ts'
import { m } from '#/shared/i18n/generated/messages.js'

export type AttributesPatch = Record<string, AttributeValue>

/** More digits than this a decimal number does not keep. */
const exactDigits = 15

function sentence({ code, detail }: ProblemError, { dataType, min, max, maxLength }: AttributeDefinition): string {
  switch (code) {
    case 'too-small':
      return m.attributes_issue_too_small({ limit: limitText(min ?? '') })
    case 'too-big':
      return m.attributes_issue_too_big({ limit: limitText(max ?? '') })
    case 'too-long':
      return m.errors_field_too_long_by({ maximum: maxLength ?? 0 })
    case 'wrong-type':
      if (dataType === 'integer') return m.attributes_issue_integer()
      if (dataType === 'decimal') return m.attributes_issue_decimal()
      return dataType === 'dateTime' ? m.attributes_issue_date_time() : m.errors_field_invalid()
    default:
      return fieldErrorText(code, detail)
  }
}

const isTooExact = (typed: string) =>
  (parseNumber(typed) ?? '').replace(/^-?0*\.?0*/u, '').replace('.', '').length > exactDigits

function issueOf(
  typed: AttributeFormValue,
  before: AttributeValue,
  definition: AttributeDefinition,
  lookups: readonly Lookup[],
): string | undefined {
  const value = attributeValueOf(typed, definition)
  const lookup = lookups.find(({ name }) => name === definition.lookupName)
  const [broken] = brokenAttributeRules(value, { pointer: '', definition, lookup, before })
  if (broken) return sentence(broken, definition)
  if (definition.dataType !== 'decimal' || isMisfit(typed)) return undefined
  const isBroken = [typed].flat().some((each) => typeof each === 'string' && isTooExact(each))
  return isBroken ? m.attributes_issue_digits({ count: exactDigits }) : undefined
}

/**
 * Holds what was touched against the definitions. What is stored already may be as odd as it is, and a required value
 * that was always missing does not keep the others from being saved.
 */
export function checkAttributes(
  base: CustomerAttributes,
  typed: AttributeFormValues,
  definitions: readonly AttributeDefinition[],
  lookups: readonly Lookup[],
): CheckedEdit<AttributeFormValues, AttributesPatch> {
  const patch: AttributesPatch = {}
  const errors: Record<string, string> = {}
  for (const definition of definitions) {
    const { name } = definition
    const now = typed[name]
    const before = base.values[name] ?? null
    if (now === undefined || isSameAttribute(formValueOf(before, definition), now)) continue
    patch[name] = attributeValueOf(now, definition)
    const issue = issueOf(now, before, definition, lookups)
    if (issue !== undefined) errors[name] = issue
  }
  if (Object.keys(patch).length === 0) return { patch: undefined, errors }
  return { patch: { ...startsAsNo(base, typed, definitions), ...patch }, errors }
}

/** A required yes or no that was never answered is saved as the no that the form shows, along with what was changed. */
function startsAsNo(
  { values }: CustomerAttributes,
  typed: AttributeFormValues,
  definitions: readonly AttributeDefinition[],
): AttributesPatch {
  const unanswered = definitions.filter(
    ({ name, dataType, required, multiple }) =>
      dataType === 'boolean' && required && !multiple && (values[name] ?? null) === null && typed[name] === 'false',
  )
  return Object.fromEntries(unanswered.map(({ name }) => [name, false]))
}
