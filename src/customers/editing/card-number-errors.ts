import type { FieldValues } from 'react-hook-form'
import { isCardNumber } from '#/contract/card-number.ts'
import { changedFields, type Editable, type EditErrors, type Versioned } from '#/customers/editing/editable.ts'
import { m } from '#/shared/i18n/generated/messages.js'

/** Whether a value, or anything in it, looks like the number of a payment card. */
export function holdsCardNumber(value: unknown, field: string): boolean {
  if (typeof value !== 'object' || value === null) return isCardNumber(value, field)
  return Object.values(value).some((inner) => holdsCardNumber(inner, field))
}

/** The changed fields that hold what looks like the number of a payment card, which the API would refuse too. */
export function cardNumberErrors<Version extends Versioned, Values extends FieldValues, Patch>(
  editable: Editable<Version, Values, Patch>,
  version: Version,
  typed: Values,
): EditErrors<Values> {
  const errors: EditErrors<Values> = {}
  for (const field of changedFields(editable, editable.valuesOf(version), typed)) {
    if (holdsCardNumber(typed[field], field)) errors[field] = m.errors_field_card_number()
  }
  return errors
}
