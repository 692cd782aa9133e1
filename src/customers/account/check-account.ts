import * as z from 'zod/mini'
import { brokenCustomerRules } from '#/contract/customer-rules.ts'
import type { Schema } from '#/contract/endpoint.ts'
import { customerPatchSchema, type Customer, type CustomerPatch } from '#/contract/customers.ts'
import {
  accountValues,
  isAccountField,
  patchOf,
  type AccountField,
  type AccountValues,
} from '#/customers/account/account-values.ts'
import type { CheckedEdit, EditErrors } from '#/customers/editing/editable.ts'
import { zodErrorMessage } from '#/shared/form/field-error-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'

type AccountErrors = EditErrors<AccountValues>

const phoneFields = ['phone', 'mobile', 'workPhone', 'fax'] as const

/** Country whose numbers need no country code: that of the preferred language. */
function countryOf({ preferredLanguage }: AccountValues): string | undefined {
  try {
    return preferredLanguage ? new Intl.Locale(preferredLanguage).region : undefined
  } catch {
    return undefined
  }
}

async function impossiblePhones(patch: CustomerPatch, country: string | undefined): Promise<AccountErrors> {
  const typed = phoneFields.filter((field) => patch[field])
  if (typed.length === 0) return {}
  const { examplePhone, isPossiblePhone } = await import('#/shared/format/possible-phone.ts')
  const impossible = typed.filter((field) => !isPossiblePhone(patch[field] ?? '', country))
  return Object.fromEntries(
    impossible.map((field) => [field, m.record_issue_phone({ example: examplePhone(country) })]),
  )
}

function brokenFields(error: z.core.$ZodError): AccountErrors {
  const named = error.issues.flatMap((issue): [AccountField, string][] => {
    const field = String(issue.path[0])
    return isAccountField(field) ? [[field, issue.message]] : []
  })
  // The first thing that is wrong with a field is said.
  return Object.fromEntries(named.toReversed())
}

/** What is wrong with the members of a patch each by itself. */
export async function checkTyped(schema: Schema, patch: CustomerPatch, values: AccountValues): Promise<AccountErrors> {
  const parsed = z.safeParse(schema, patch, { error: zodErrorMessage })
  const impossible = await impossiblePhones(patch, countryOf(values))
  return { ...impossible, ...(parsed.success ? {} : brokenFields(parsed.error)) }
}

/**
 * Holds what was typed against the contract and the rules of an account. Only changed fields are looked at: what is
 * stored already may be as odd as it is.
 */
export async function checkAccount(
  base: Customer,
  values: AccountValues,
): Promise<CheckedEdit<AccountValues, CustomerPatch>> {
  const patch = patchOf(accountValues(base), values) as CustomerPatch
  const broken = brokenCustomerRules(base, patch).map(({ field, code }) => [field, code])
  return {
    patch: Object.keys(patch).length > 0 ? patch : undefined,
    errors: { ...Object.fromEntries(broken), ...(await checkTyped(customerPatchSchema, patch, values)) },
  }
}
