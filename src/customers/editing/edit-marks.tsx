import { useEffect, useState, type ReactNode } from 'react'
import { useWatch, type FieldValues } from 'react-hook-form'
import type { Editable, Versioned } from '#/customers/editing/editable.ts'
import { openConflicts, type Choice, type Conflict, type EditBase } from '#/customers/editing/merge-edit.ts'
import { labelOf, textOf, whenOf, whoOf } from '#/customers/editing/said.ts'
import type { EditControl } from '#/customers/editing/use-edit-form.ts'
import { FieldMarksProvider, type FieldMark, type FieldMarks } from '#/shared/form/field-marks.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { useWorkspace } from '#/workspace/workspace-context.ts'

interface Props<Version extends Versioned, Values extends FieldValues, Patch> {
  editable: Editable<Version, Values, Patch>
  control: EditControl<Version, Values, Patch>
  edit: EditBase<Version>
  recordId: string
  /** Id of the reader. */
  meId: string | undefined
  /** Nothing can be chosen now. */
  isQuiet: boolean
  onChoose: (conflict: Conflict<Values>, choice: Choice) => void
  children: ReactNode
}

type Found = readonly (readonly [name: string, mark: FieldMark])[]

function byName(found: Found): FieldMarks {
  const marks = new Map<string, FieldMark[]>()
  for (const [name, mark] of found) marks.set(name, [...(marks.get(name) ?? []), mark])
  return marks
}

const sayTheSame = (marks: FieldMarks, found: Found) => {
  const all = [...marks.values()].flat()
  return (
    all.length === found.length &&
    found.every(([name, { key, text }]) => marks.get(name)?.some((mark) => mark.key === key && mark.text === text))
  )
}

/** Says at the fields of a form where the stored value moved under what was typed. */
export function EditMarks<Version extends Versioned, Values extends FieldValues, Patch>({
  editable,
  control,
  edit,
  recordId,
  meId,
  isQuiet,
  onChoose,
  children,
}: Props<Version, Values, Patch>) {
  const workspace = useWorkspace()
  const { form } = editable
  const hasMoved = !isQuiet && Object.keys(edit.moved).length > 0
  const watched = useWatch({ control }) as Partial<Values>
  const typed = { ...editable.valuesOf(edit.version), ...watched }
  // Those that did not move themselves, but belong to what did, are chosen with it.
  const conflicts = hasMoved ? openConflicts(editable, edit, typed).filter((each) => each.hasMoved) : []
  const nameOf = ({ field, part }: Conflict<Values>) =>
    part === undefined ? field : (editable.parts?.(field)?.controlOf?.(typed[field], part) ?? field)
  const found = conflicts.map((conflict): [string, FieldMark] => {
    const value = textOf(editable, conflict, conflict.theirs)
    const said = { who: whoOf(conflict.by, meId), when: whenOf(conflict.at) }
    const mark: FieldMark = {
      key: conflict.key,
      label: labelOf(editable, conflict),
      text: value === '' ? m.editing_moved_away(said) : m.editing_moved_to({ ...said, value }),
      onTheirs: () => onChoose(conflict, 'theirs'),
      onMine: () => onChoose(conflict, 'mine'),
    }
    return [nameOf(conflict), mark]
  })
  // The same as long as they say the same: the fields need not draw themselves again for every key.
  const [marks, setMarks] = useState<FieldMarks>(() => byName(found))
  if (!sayTheSame(marks, found)) setMarks(byName(found))

  const isConflicted = conflicts.length > 0
  // Without clean-up: hiding the record ends its effects, but the choice is still open.
  useEffect(() => workspace.setConflicted(recordId, form, isConflicted), [workspace, recordId, form, isConflicted])

  return <FieldMarksProvider value={marks}>{children}</FieldMarksProvider>
}
