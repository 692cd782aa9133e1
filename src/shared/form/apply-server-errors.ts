import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form'
import { ApiError } from '#/shared/api/api-error.ts'
import { failureText } from '#/shared/api/failure-text.ts'
import { fieldErrorText } from '#/shared/form/field-error-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'

/** `/values/a~1b` is `values.a/b`. */
const pathOf = (pointer: string) =>
  pointer
    .replace(/^\//u, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')

/**
 * Puts what the API refused on the fields that it is about, and the rest on the form (`FormError` shows it). The first
 * field gets the focus; nothing that was typed changes. `within` is the pointer under which the body holds the fields.
 */
export function applyServerErrors<Values extends FieldValues>(
  error: unknown,
  setError: UseFormSetError<Values>,
  fields: readonly FieldPath<Values>[],
  within = '',
): void {
  const errors = error instanceof ApiError ? error.errors : []
  const rest: string[] = []
  let isFirst = true
  for (const { pointer, code, detail } of errors) {
    const path = pathOf((pointer ?? '').replace(within, ''))
    const field = fields.find((name) => name === path || path.startsWith(`${name}.`))
    const message = fieldErrorText(code, detail)
    if (field === undefined) {
      rest.push(message)
      continue
    }
    setError(field, { type: code, message }, { shouldFocus: isFirst })
    isFirst = false
  }
  const general = isFirst ? failureText(error, m.errors_form_not_saved()) : m.errors_form_fields()
  setError('root.server', { type: 'server', message: [general, ...new Set(rest)].join(' ') })
}
