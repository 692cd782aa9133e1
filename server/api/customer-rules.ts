import type { CustomerPatch } from '#/contract/customers.ts'
import type { ProblemError } from '#/contract/problem.ts'
import type { CustomerRow } from '#server/store/rows.ts'

const required = ['firstName', 'lastName', 'email'] as const

const extensions = [
  ['phoneExt', 'phone'],
  ['workPhoneExt', 'workPhone'],
  ['faxExt', 'fax'],
] as const

/**
 * Rules over several fields of an account, for those that a change touches: gaps that imported data brought along must
 * not block an unrelated change.
 */
export function brokenCustomerRules(row: CustomerRow, patch: CustomerPatch): ProblemError[] {
  const touches = (...fields: (keyof CustomerPatch)[]) => fields.some((field) => patch[field] !== undefined)
  const after = { ...row, ...given(patch) }
  const errors: ProblemError[] = []

  if (after.accountType === 'registered' && touches(...required, 'accountType')) {
    for (const field of required) {
      if (after[field] !== null) continue
      errors.push({ pointer: `/${field}`, code: 'required', detail: 'Registered customers need it' })
    }
  }
  for (const [extension, number] of extensions) {
    if (!touches(extension, number) || after[extension] === null || after[number] !== null) continue
    errors.push({ pointer: `/${extension}`, code: 'needs-number', detail: 'An extension needs its number' })
  }
  return errors
}

/** The members that the patch names. */
function given(patch: CustomerPatch) {
  const named = Object.entries(patch).filter(([, value]) => value !== undefined)
  return Object.fromEntries(named) as { [Member in keyof CustomerPatch]: NonNullable<CustomerPatch[Member]> }
}
