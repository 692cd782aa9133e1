import { brokenCreationRules, brokenCustomerRules, type BrokenRule } from '#/contract/customer-rules.ts'
import type { CustomerPatch } from '#/contract/customers.ts'
import type { ProblemError } from '#/contract/problem.ts'
import type { CustomerRow } from '#server/store/rows.ts'

const details: Record<BrokenRule['code'], string> = {
  required: 'Registered customers need it',
  'needs-number': 'An extension needs its number',
  'needs-identity': 'A name, a company, an email or a phone number is needed',
}

/** The rules of an account that a change would break, as the API says them. */
export function brokenRulesOf(row: CustomerRow, patch: CustomerPatch): ProblemError[] {
  return brokenCustomerRules(row, patch).map(explained)
}

/** The same for a new account. */
export const brokenCreationRulesOf = (fields: Parameters<typeof brokenCreationRules>[0]): ProblemError[] =>
  brokenCreationRules(fields).map(explained)

const explained = ({ field, code }: BrokenRule): ProblemError => ({
  pointer: `/${field}`,
  code,
  detail: details[code],
})
