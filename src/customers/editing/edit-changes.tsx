import { useEffect } from 'react'
import { useWatch, type FieldValues } from 'react-hook-form'
import { changedFields, type Editable, type Versioned } from '#/customers/editing/editable.ts'
import type { EditControl } from '#/customers/editing/use-edit-form.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { useWorkspace } from '#/workspace/workspace-context.ts'

interface Props<Version extends Versioned, Values extends FieldValues, Patch> {
  editable: Editable<Version, Values, Patch>
  control: EditControl<Version, Values, Patch>
  base: Version
  recordId: string
}

/** How many fields were changed, by meaning; tells the workspace whether something is unsaved. */
export function EditChanges<Version extends Versioned, Values extends FieldValues, Patch>({
  editable,
  control,
  base,
  recordId,
}: Props<Version, Values, Patch>) {
  const workspace = useWorkspace()
  const typed = useWatch({ control }) as Partial<Values>
  const before = editable.valuesOf(base)
  const count = changedFields(editable, before, { ...before, ...typed }).length
  const { form } = editable

  // Without clean-up: hiding the record ends its effects, but what was typed is still unsaved.
  useEffect(() => workspace.setUnsaved(recordId, form, count > 0), [workspace, recordId, form, count])

  return count > 0 ? m.editing_changes({ count }) : null
}
