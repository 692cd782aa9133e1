import type { AttributeValue } from '#/contract/attributes.ts'
import type { AttributeDefinition } from '#/contract/metadata.ts'
import { rangeText } from '#/customers/attributes/attribute-limits.ts'
import { localized } from '#/customers/attributes/localized.ts'
import { zoneName } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'

/** Texts of more than this get several lines. */
const longText = 255

export const isLongText = ({ dataType, maxLength }: AttributeDefinition) =>
  dataType === 'text' && (maxLength ?? longText + 1) > longText

/** What to enter: the description, the limits, the time zone, and what becomes of a value that was never there. */
export function attributeHint(definition: AttributeDefinition, stored: AttributeValue): string | undefined {
  const { description, dataType, required, maxLength } = definition
  const sentences = [
    localized(description ?? {})?.text,
    dataType === 'text' && maxLength !== null ? m.errors_field_too_long_by({ maximum: maxLength }) : undefined,
    rangeText(definition),
    dataType === 'dateTime' ? m.attributes_zone({ zone: zoneName() }) : undefined,
    required && stored === null
      ? dataType === 'boolean'
        ? m.attributes_starts_as_no()
        : m.attributes_required_missing()
      : undefined,
  ]
  const said = sentences.filter(Boolean).map((sentence) => (/[.!?]$/u.test(sentence ?? '') ? sentence : `${sentence}.`))
  return said.length === 0 ? undefined : said.join(' ')
}
