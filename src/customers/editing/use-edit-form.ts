import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useForm, type DefaultValues, type Path, type Resolver, type UseFormReturn } from 'react-hook-form'
import type { FieldValues } from 'react-hook-form'
import { isSame } from '#/contract/same-json.ts'
import { cardNumberErrors } from '#/customers/editing/card-number-errors.ts'
import type { Editable, Versioned } from '#/customers/editing/editable.ts'
import type { EditBase } from '#/customers/editing/merge-edit.ts'

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

/** What an edit begins with. */
export interface EditStart<Version, Values> extends EditBase<Version> {
  values: Values
}

export interface EditForm<Version, Values extends FieldValues, Patch> {
  form: EditFormReturn<Version, Values, Patch>
  /** What the edit is based on, as it is shown. */
  edit: EditBase<Version>
  /** The same as it is at this moment. */
  present: () => EditBase<Version>
  /** Goes on from another version, with these values. Fields that hold theirs already are not touched. */
  goOn: (edit: EditBase<Version>, values: Values) => void
}

/** What stays over a newer version: everything but what the fields are compared with. */
const kept = {
  keepValues: true,
  keepErrors: true,
  keepTouched: true,
  keepIsSubmitted: true,
  keepSubmitCount: true,
  keepFieldsRef: true,
}

/** The form of one edit. A newer version changes only the fields that it is told, in place. */
export function useEditForm<Version extends Versioned, Values extends FieldValues, Patch>(
  editable: Editable<Version, Values, Patch>,
  start: () => EditStart<Version, Values>,
): EditForm<Version, Values, Patch> {
  const [{ values: startValues, version, moved }] = useState(start)
  const [edit, setEdit] = useState<EditBase<Version>>({ version, moved })
  // A save that follows at once has to be based on it.
  const latest = useRef(edit)
  const resolver: Resolver<Values, Version, EditOutcome<Version, Values, Patch>> = async (typed) => {
    const base = latest.current.version
    const { patch, errors } = await editable.check(base, typed)
    const failed = Object.entries({ ...cardNumberErrors(editable, base, typed), ...errors }).map(([field, message]) => [
      field,
      { type: 'check', message },
    ])
    if (failed.length > 0) return { values: {}, errors: Object.fromEntries(failed) }
    // A copy: lists go on changing in place while a save is on its way.
    return { values: { patch, base, typed: structuredClone(typed) }, errors: {} }
  }
  const form = useForm<Values, Version, EditOutcome<Version, Values, Patch>>({
    defaultValues: startValues as DefaultValues<Values>,
    resolver,
    mode: 'onBlur',
  })
  const compareWith = (stored: Values) => form.reset(stored, kept)

  // What was brought back shows as changed.
  const compareAtStart = useEffectEvent(() => {
    const stored = editable.valuesOf(latest.current.version)
    if (!isSame(stored, startValues)) form.reset(stored, kept)
  })
  useEffect(() => compareAtStart(), [])

  const goOn = (next: EditBase<Version>, values: Values) => {
    latest.current = { version: next.version, moved: next.moved }
    setEdit(latest.current)
    const now = form.getValues()
    for (const field of editable.fields.filter((each) => !isSame(now[each], values[each]))) {
      form.setValue(field as Path<Values>, values[field])
      form.clearErrors(field as Path<Values>)
    }
    compareWith(editable.valuesOf(next.version))
  }
  return { form, edit, present: () => latest.current, goOn }
}
