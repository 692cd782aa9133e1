import type { Customer, CustomerPatch } from '#/contract/customers.ts'

const required = ['firstName', 'lastName', 'email'] as const

const extensions = [
  ['phoneExt', 'phone'],
  ['workPhoneExt', 'workPhone'],
  ['faxExt', 'fax'],
] as const

const identifying = ['firstName', 'lastName', 'companyName', 'email', 'phone', 'mobile'] as const

type Identifying = Pick<Customer, (typeof identifying)[number]>
type Ruled = Pick<Customer, 'accountType' | (typeof required)[number] | (typeof extensions)[number][0 | 1]>

export interface BrokenRule {
  field: keyof Ruled
  code: 'required' | 'needs-number' | 'needs-identity'
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

/**
 * Rules of a new account, whose members are all touched: whoever signs in has a name and an email, others have at
 * least something to be known by.
 */
export function brokenCreationRules(customer: Ruled & Identifying): BrokenRule[] {
  const broken: BrokenRule[] = []
  if (customer.accountType === 'registered') {
    for (const field of required) if (customer[field] === null) broken.push({ field, code: 'required' })
  } else if (identifying.every((field) => customer[field] === null)) {
    broken.push({ field: 'lastName', code: 'needs-identity' })
  }
  for (const [extension, number] of extensions) {
    if (customer[extension] !== null && customer[number] === null)
      broken.push({ field: extension, code: 'needs-number' })
  }
  return broken
}

/** The members that the patch names. */
function given(patch: CustomerPatch) {
  const named = Object.entries(patch).filter(([, value]) => value !== undefined)
  return Object.fromEntries(named) as { [Member in keyof CustomerPatch]: NonNullable<CustomerPatch[Member]> }
}
