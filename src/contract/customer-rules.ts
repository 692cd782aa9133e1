import type { Customer, CustomerPatch } from '#/contract/customers.ts'

const required = ['firstName', 'lastName', 'email'] as const

const extensions = [
  ['phoneExt', 'phone'],
  ['workPhoneExt', 'workPhone'],
  ['faxExt', 'fax'],
] as const

type Ruled = Pick<Customer, 'accountType' | (typeof required)[number] | (typeof extensions)[number][0 | 1]>

export interface BrokenRule {
  field: keyof Ruled
  code: 'required' | 'needs-number'
}

/**
 * Rules over several fields of an account, for those that a change touches: gaps that imported data brought along must
 * not block an unrelated change.
 */
export function brokenCustomerRules(customer: Ruled, patch: CustomerPatch): BrokenRule[] {
  const touches = (...fields: (keyof CustomerPatch)[]) => fields.some((field) => patch[field] !== undefined)
  const after = { ...customer, ...given(patch) }
  const broken: BrokenRule[] = []

  if (after.accountType === 'registered' && touches(...required, 'accountType')) {
    for (const field of required) if (after[field] === null) broken.push({ field, code: 'required' })
  }
  for (const [extension, number] of extensions) {
    if (!touches(extension, number) || after[extension] === null || after[number] !== null) continue
    broken.push({ field: extension, code: 'needs-number' })
  }
  return broken
}

/** The members that the patch names. */
function given(patch: CustomerPatch) {
  const named = Object.entries(patch).filter(([, value]) => value !== undefined)
  return Object.fromEntries(named) as { [Member in keyof CustomerPatch]: NonNullable<CustomerPatch[Member]> }
}
