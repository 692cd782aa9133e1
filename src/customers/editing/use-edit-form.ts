import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useForm, type DefaultValues, type Path, type Resolver, type UseFormReturn } from 'react-hook-form'
import type { FieldValues } from 'react-hook-form'
import { cardNumberErrors } from '#/customers/editing/card-number-errors.ts'
import { changedFields, type Editable, type Versioned } from '#/customers/editing/editable.ts'

/** What a checked form gives: the changes, and the version and values that they were made from. */
export interface EditOutcome<Version, Values, Patch> {
  patch: Patch | undefined
  base: Version
  typed: Values
}

export type EditFormReturn<Version, Values extends FieldValues, Patch> = UseFormReturn<
  Values,
  Version,
  EditOutcome<Version, Values, Patch>
>

export type EditControl<Version, Values extends FieldValues, Patch> = EditFormReturn<Version, Values, Patch>['control']

export interface EditForm<Version, Values extends FieldValues, Patch> {
  form: EditFormReturn<Version, Values, Patch>
  /** The version that the edit is based on. */
  base: Version
  /** Goes on from another version, with these values. */
  rebase: (base: Version, values: Values) => void
}

/** The form of one edit, from the version that it started with. What is read later does not touch what was typed. */
export function useEditForm<Version extends Versioned, Values extends FieldValues, Patch>(
  editable: Editable<Version, Values, Patch>,
  version: Version,
  start?: Values,
): EditForm<Version, Values, Patch> {
  const [base, setBase] = useState(version)
  const resolver: Resolver<Values, Version, EditOutcome<Version, Values, Patch>> = async (typed, context) => {
    if (!context) throw new Error('The form has no version')
    const { patch, errors } = await editable.check(context, typed)
    const failed = Object.entries({ ...cardNumberErrors(editable, context, typed), ...errors }).map(
      ([field, message]) => [field, { type: 'check', message }],
    )
    if (failed.length > 0) return { values: {}, errors: Object.fromEntries(failed) }
    return { values: { patch, base: context, typed: { ...typed } }, errors: {} }
  }
  const form = useForm<Values, Version, EditOutcome<Version, Values, Patch>>({
    defaultValues: (start ?? editable.valuesOf(version)) as DefaultValues<Values>,
    context: base,
    resolver,
    mode: 'onBlur',
  })
  const rebase = (next: Version, values: Values) => {
    const stored = editable.valuesOf(next)
    // At once: a save that follows has to be based on it.
    flushSync(() => setBase(next))
    form.reset(stored)
    for (const field of changedFields(editable, stored, values)) {
      form.setValue(field as Path<Values>, values[field], { shouldDirty: true })
    }
  }
  return { form, base, rebase }
}
