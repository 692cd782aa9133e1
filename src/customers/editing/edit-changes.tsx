import { useWatch, type FieldValues } from 'react-hook-form'
import { changedFields, type Editable, type Versioned } from '#/customers/editing/editable.ts'
import type { EditControl } from '#/customers/editing/use-edit-form.ts'
import { m } from '#/shared/i18n/generated/messages.js'

/** A form in progress, and the version that it is based on. */
export interface EditInForm<Version extends Versioned, Values extends FieldValues, Patch> {
  editable: Editable<Version, Values, Patch>
  control: EditControl<Version, Values, Patch>
  base: Version
}

/** How many fields were changed, by meaning. Draws again for every key. */
export function useChangeCount<Version extends Versioned, Values extends FieldValues, Patch>({
  editable,
  control,
  base,
}: EditInForm<Version, Values, Patch>): number {
  const typed = useWatch({ control }) as Partial<Values>
  const before = editable.valuesOf(base)
  return changedFields(editable, before, { ...before, ...typed }).length
}

/** How many fields were changed, in words. */
export function EditChanges<Version extends Versioned, Values extends FieldValues, Patch>(
  edit: EditInForm<Version, Values, Patch>,
) {
  const count = useChangeCount(edit)
  return count > 0 ? m.editing_changes({ count }) : null
}
