import type { Actor } from '#/contract/common.ts'
import type { Labelled } from '#/customers/editing/editable.ts'
import type { FieldChange, Place } from '#/customers/editing/merge-edit.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { formatList } from '#/shared/format/format-list.ts'
import { formatRelative } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'

const minute = 60_000

/** How long ago; the clock of the server may be a little ahead. */
export function whenOf(at: string): string {
  return Date.now() - Date.parse(at) < minute ? m.common_just_now() : formatRelative(at)
}

/** Somebody by name. The reader is somebody else too, in another window. */
export function whoOf({ type, id, displayName }: Actor, meId?: string): string {
  if (id !== null && id === meId) return m.editing_you_elsewhere()
  return displayName ?? codeLabel('actorType', type)
}

export const labelOf = <Values>(labelled: Labelled<Values>, { field, part }: Place<Values>) =>
  labelled.label(field, part)

export const textOf = <Values>(labelled: Labelled<Values>, { field, part }: Place<Values>, value: unknown) =>
  labelled.text(field, value, part)

/** "Fax: 514 555 0199", say, one a line: what was typed, to take elsewhere. */
export function typedText<Values>(labelled: Labelled<Values>, typed: readonly FieldChange<Values>[]): string {
  return typed.map((change) => `${labelOf(labelled, change)}: ${textOf(labelled, change, change.to)}`).join('\n')
}

/** The labels of places, in one sentence. */
export const labelsOf = <Values>(labelled: Labelled<Values>, places: readonly Place<Values>[]) =>
  formatList(places.map((place) => labelOf(labelled, place)))
