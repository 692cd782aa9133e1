import type { FieldValues } from 'react-hook-form'
import { isSameTyped, type Editable, type FieldName, type Versioned } from '#/customers/editing/editable.ts'
import { mergeFields, type FieldConflict } from '#/shared/form/merge-fields.ts'

export type Choice = 'mine' | 'theirs'
export type Choices = Readonly<Record<string, Choice | undefined>>

export interface FieldChange {
  field: string
  from: unknown
  to: unknown
}

/** What two people did to one thing. */
export interface MergedEdit<Values> {
  values: Values
  conflicts: ({ field: FieldName<Values> } & FieldConflict<unknown>)[]
  /** Changed by them alone. */
  theirs: FieldChange[]
  /** Changed by me alone. */
  mine: FieldChange[]
}

/** Holds what was typed over `base` against the version that somebody else saved meanwhile. */
export function mergeEdit<Version extends Versioned, Values extends FieldValues, Patch>(
  { fields, valuesOf, isSame = isSameTyped }: Pick<Editable<Version, Values, Patch>, 'fields' | 'valuesOf' | 'isSame'>,
  base: Version,
  mine: Values,
  theirs: Version,
): MergedEdit<Values> {
  const [before, now] = [valuesOf(base), valuesOf(theirs)]
  const merged = mergeFields<Values>(before, mine, now, {
    isSame: (stored, typed, field) => isSame(stored, typed, field as FieldName<Values>),
  })
  const inOrder = (changed: readonly (keyof Values)[]) => fields.filter((field) => changed.includes(field))
  return {
    values: merged.values,
    conflicts: fields.flatMap((field) => {
      const conflict = merged.conflicts[field]
      return conflict ? [{ field, ...conflict }] : []
    }),
    theirs: inOrder(merged.theirs).map((field) => ({ field, from: before[field], to: now[field] })),
    mine: inOrder(merged.mine).map((field) => ({ field, from: before[field], to: mine[field] })),
  }
}

/** The values as they shall be: what merged by itself, and what was chosen. Mine counts where nothing was chosen. */
export function chosenValues<Values extends FieldValues>(
  { values, conflicts }: MergedEdit<Values>,
  choices: Choices,
): Values {
  const taken = conflicts.filter(({ field }) => choices[field] === 'theirs')
  return { ...values, ...Object.fromEntries(taken.map(({ field, theirs }) => [field, theirs])) }
}
