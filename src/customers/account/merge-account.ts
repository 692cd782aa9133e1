import type { Customer } from '#/contract/customers.ts'
import {
  accountFields,
  accountValues,
  isSameText,
  type AccountField,
  type AccountValues,
} from '#/customers/account/account-values.ts'
import { mergeFields, type FieldConflict } from '#/shared/form/merge-fields.ts'

export type Choice = 'mine' | 'theirs'
export type Choices = Partial<Record<AccountField, Choice>>

export interface FieldChange<Field extends string = AccountField> {
  field: Field
  from: string
  to: string
}

/** What two people did to one account. */
export interface MergedAccount {
  values: AccountValues
  conflicts: ({ field: AccountField } & FieldConflict<string>)[]
  /** Changed by them alone; also the display name, which the form does not hold. */
  theirs: FieldChange<AccountField | 'displayName'>[]
  /** Changed by me alone. */
  mine: FieldChange[]
}

/** Holds what was typed over `base` against the account as somebody else saved it meanwhile. */
export function mergeAccount(base: Customer, mine: AccountValues, theirs: Customer): MergedAccount {
  const [before, now] = [accountValues(base), accountValues(theirs)]
  const merged = mergeFields(before, mine, now, { isSame: isSameText })
  const displayName = { field: 'displayName' as const, from: base.displayName ?? '', to: theirs.displayName ?? '' }
  return {
    values: merged.values,
    conflicts: accountFields.flatMap((field) => {
      const conflict = merged.conflicts[field]
      return conflict ? [{ field, ...conflict }] : []
    }),
    theirs: [
      ...merged.theirs.map((field) => ({ field, from: before[field], to: now[field] })),
      ...(displayName.from === displayName.to ? [] : [displayName]),
    ],
    mine: merged.mine.map((field) => ({ field, from: before[field], to: mine[field].trim() })),
  }
}

/** The account as it shall be: what merged by itself, and what was chosen. Mine counts where nothing was chosen. */
export function chosenValues({ values, conflicts }: MergedAccount, choices: Choices): AccountValues {
  const taken = conflicts.filter(({ field }) => choices[field] === 'theirs')
  return { ...values, ...Object.fromEntries(taken.map(({ field, theirs }) => [field, theirs])) }
}
