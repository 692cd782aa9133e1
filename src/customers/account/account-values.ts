import type { Customer, CustomerPatch } from '#/contract/customers.ts'
import { changedFields } from '#/customers/editing/editable.ts'

/** Account fields that staff edit, in the order of the form. */
export const accountFields = [
  'salutation',
  'title',
  'firstName',
  'middleName',
  'lastName',
  'birthday',
  'displayName',
  'companyName',
  'email',
  'phone',
  'phoneExt',
  'mobile',
  'workPhone',
  'workPhoneExt',
  'fax',
  'faxExt',
  'username',
  'accountType',
  'tier',
  'preferredLanguage',
] as const satisfies readonly (keyof CustomerPatch)[]

export type AccountField = (typeof accountFields)[number]

/** What the form holds: a text for every field, the empty one for none. */
export type AccountValues = Record<AccountField, string>

export const isAccountField = (name: string): name is AccountField => accountFields.some((field) => field === name)

export function accountValues(customer: Customer): AccountValues {
  return Object.fromEntries(accountFields.map((field) => [field, customer[field] ?? ''])) as AccountValues
}

/** The merge patch from the one to the other; not checked yet. Cleared fields are `null`. */
export function patchOf(base: AccountValues, now: AccountValues): Partial<Record<AccountField, string | null>> {
  return Object.fromEntries(
    changedFields({ fields: accountFields }, base, now).map((field) => [field, now[field].trim() || null]),
  )
}
