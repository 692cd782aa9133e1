import type { AttributeValue } from '#/contract/attributes.ts'
import type { AttributeDefinition } from '#/contract/metadata.ts'
import { formatInstant } from '#/shared/format/format-time.ts'
import { formatDigits } from '#/shared/format/parse-number.ts'
import { m } from '#/shared/i18n/generated/messages.js'

type Limits = Pick<AttributeDefinition, 'dataType' | 'min' | 'max'>

/** A limit of a definition as people read it. */
export function limitText(limit: number | string): string {
  return typeof limit === 'string' ? formatInstant(limit) : formatDigits(String(limit))
}

/** Both limits in words; nothing without any. */
export function rangeText({ min, max }: Limits): string | undefined {
  if (min !== null && max !== null) return m.attributes_range({ min: limitText(min), max: limitText(max) })
  if (min !== null) return m.attributes_issue_too_small({ limit: limitText(min) })
  return max === null ? undefined : m.attributes_issue_too_big({ limit: limitText(max) })
}

const numberOf = (value: unknown) =>
  typeof value === 'string' && value.includes('T') ? Date.parse(value) : Number(value)

/** Whether any of the values lies outside the limits that hold now. */
export function outOfRange(value: AttributeValue, { min, max }: Limits): boolean {
  return [value].flat().some((each) => {
    const number = numberOf(each)
    return number < (min === null ? -Infinity : numberOf(min)) || number > (max === null ? Infinity : numberOf(max))
  })
}
