import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useForm, type Resolver, type UseFormReturn } from 'react-hook-form'
import type { Customer, CustomerPatch } from '#/contract/customers.ts'
import { accountValues, changedFields, type AccountValues } from '#/customers/account/account-values.ts'
import { checkAccount } from '#/customers/account/check-account.ts'

/** What a checked form gives: the changes, and the version and texts that they were made from. */
export interface AccountOutcome {
  patch: CustomerPatch
  base: Customer
  typed: AccountValues
}

const resolver: Resolver<AccountValues, Customer, AccountOutcome> = async (typed, base) => {
  if (!base) throw new Error('The account form has no customer')
  const { patch, errors } = await checkAccount(base, typed)
  const failed = Object.entries(errors).map(([field, message]) => [field, { type: 'check', message }])
  if (failed.length > 0) return { values: {}, errors: Object.fromEntries(failed) }
  return { values: { patch, base, typed: { ...typed } }, errors: {} }
}

export interface AccountForm {
  form: UseFormReturn<AccountValues, Customer, AccountOutcome>
  /** The version that the edit is based on. */
  base: Customer
  /** Goes on from another version, with these texts. */
  rebase: (base: Customer, values: AccountValues) => void
}

/** The form of one edit, from the version that it started with. What is read later does not touch what was typed. */
export function useAccountForm(customer: Customer): AccountForm {
  const [base, setBase] = useState(customer)
  const form = useForm<AccountValues, Customer, AccountOutcome>({
    defaultValues: accountValues(customer),
    context: base,
    resolver,
    mode: 'onBlur',
  })
  const rebase = (next: Customer, values: AccountValues) => {
    const stored = accountValues(next)
    // At once: a save that follows has to be based on it.
    flushSync(() => setBase(next))
    form.reset(stored)
    for (const field of changedFields(stored, values)) form.setValue(field, values[field], { shouldDirty: true })
  }
  return { form, base, rebase }
}
