import { m } from '#/shared/i18n/generated/messages.js'

/** Codes of the API and of the contract's own checks. */
const texts: Record<string, () => string> = {
  required: m.errors_field_required,
  email: m.errors_field_email,
  extension: m.errors_field_extension,
  phone: m.errors_field_phone,
  'too-short': m.errors_field_too_short,
  'too-long': m.errors_field_too_long,
  'too-small': m.errors_field_too_small,
  'too-big': m.errors_field_too_big,
  'too-many': m.errors_field_too_many,
  'not-allowed': m.errors_field_not_allowed,
  inactive: m.errors_field_inactive,
  retired: m.errors_field_inactive,
  duplicate: m.errors_field_duplicate,
  'no-account': m.errors_field_no_account,
  'needs-number': m.errors_field_needs_number,
  'other-country': m.errors_field_other_country,
  'postal-code': m.errors_field_postal_code,
  'card-number': m.errors_field_card_number,
  'invalid-text': m.errors_field_invalid_text,
  'read-only': m.errors_field_read_only,
  'invalid-format': m.errors_field_invalid,
  'wrong-type': m.errors_field_invalid,
  invalid: m.errors_field_invalid,
}

/** Sentence for an error code; `otherwise` for a code that the catalogue does not know. */
export const fieldErrorText = (code: string, otherwise: string) => texts[code]?.() ?? otherwise

interface Issue {
  code?: string | undefined
  input?: unknown
  origin?: string | undefined
  minimum?: unknown
  maximum?: unknown
}

/** Error map for the resolver: `zodResolver(schema, { error: zodErrorMessage })`. */
export function zodErrorMessage({ code, input, origin, minimum, maximum }: Issue): string {
  const isText = origin === 'string'
  switch (code) {
    case 'invalid_type':
      return input === undefined || input === null || input === ''
        ? m.errors_field_required()
        : m.errors_field_invalid()
    case 'too_small':
      if (isText && Number(minimum) <= 1) return m.errors_field_required()
      return isText
        ? m.errors_field_too_short_by({ minimum: Number(minimum) })
        : m.errors_field_too_small_by({ minimum: Number(minimum) })
    case 'too_big':
      return isText
        ? m.errors_field_too_long_by({ maximum: Number(maximum) })
        : m.errors_field_too_big_by({ maximum: Number(maximum) })
    case 'invalid_value':
      return m.errors_field_not_allowed()
    default:
      return m.errors_field_invalid()
  }
}
