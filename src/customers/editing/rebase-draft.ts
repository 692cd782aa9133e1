import type { FieldValues } from 'react-hook-form'
import type { Versioned } from '#/customers/editing/editable.ts'
import { followEdit, type MergedEdit, type Merging } from '#/customers/editing/merge-edit.ts'
import type { DraftContent, Fields } from '#/workspace/drafts/draft-slot.ts'

const isLike = (a: unknown, b: unknown) =>
  typeof a === typeof b && Array.isArray(a) === Array.isArray(b) && (a === null) === (b === null)

/** Whether a field of the form can hold a value that was typed some time ago. */
function accepts<Version extends Versioned, Values extends FieldValues>(
  merging: Merging<Version, Values>,
  stored: Values,
  name: string,
  value: unknown,
): boolean {
  const field = merging.fields.find((each) => each === name)
  if (field === undefined) return false
  return merging.accepts ? merging.accepts(field, value) : isLike(stored[field], value)
}

/** A draft without some of its fields; nothing when none is left. */
export function without(content: DraftContent, names: readonly string[]): DraftContent | null {
  const left = (fields: Fields) => Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))
  const values = left(content.values)
  return Object.keys(values).length === 0 ? null : { ...content, values, baseValues: left(content.baseValues) }
}

/** The part of a draft that was typed into fields which the form does not have any more, or not for such values. */
export function remainsOf<Version extends Versioned, Values extends FieldValues>(
  merging: Merging<Version, Values>,
  content: DraftContent,
  current: Version,
): DraftContent | null {
  const stored = merging.valuesOf(current)
  const fitting = Object.entries(content.values).filter(([name, value]) => accepts(merging, stored, name, value))
  return without(
    content,
    fitting.map(([name]) => name),
  )
}

/**
 * Brings a stored draft onto the present version, as if the form had been open all the time: what they changed alone is
 * taken over and listed, what both changed is left to choose, what was typed stays.
 */
export function rebaseDraft<Version extends Versioned, Values extends FieldValues>(
  merging: Merging<Version, Values>,
  { baseEtag, values, baseValues }: DraftContent,
  current: Version,
): MergedEdit<Version, Values> {
  const stored = merging.valuesOf(current)
  const fitting = (some: Fields) =>
    Object.fromEntries(Object.entries(some).filter(([name, value]) => accepts(merging, stored, name, value)))
  const typed = fitting(values)
  if (merging.blank && current.etag === '') {
    const began: Values = { ...merging.blank, ...typed }
    return { version: current, moved: {}, values: began, theirs: [], mine: [], conflicts: [] }
  }
  const before = baseEtag === current.etag ? {} : fitting(baseValues)
  const base: Values = { ...stored, ...before }
  return followEdit(merging, { version: current, moved: {} }, { ...base, ...typed }, current, base)
}
