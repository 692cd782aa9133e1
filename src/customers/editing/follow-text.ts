import type { Labelled, Versioned } from '#/customers/editing/editable.ts'
import type { MergedEdit } from '#/customers/editing/merge-edit.ts'
import { labelsOf, whenOf, whoOf } from '#/customers/editing/said.ts'
import { formatMoment } from '#/shared/format/format-time.ts'
import { m } from '#/shared/i18n/generated/messages.js'

interface Reader {
  meId: string | undefined
  /** When the draft was typed that was brought back over it. */
  since?: string | undefined
}

/** What a form took over from a newer version, and where that moved under what was typed: one sentence each. */
export function followText<Version extends Versioned, Values>(
  editable: Labelled<Values>,
  { version: { updatedBy, updatedAt }, theirs, conflicts }: MergedEdit<Version, Values>,
  { meId, since }: Reader,
): string {
  const said = { who: whoOf(updatedBy, meId), when: whenOf(updatedAt) }
  const followed = (fields: string) =>
    since === undefined
      ? m.editing_note_followed({ ...said, fields })
      : m.editing_note_since({ who: said.who, fields, since: formatMoment(since) })
  const moved = conflicts.filter(({ at, hasMoved }) => hasMoved && at === updatedAt)
  return [
    theirs.length > 0 ? followed(labelsOf(editable, theirs)) : '',
    moved.length > 0 ? m.editing_note_moved({ ...said, fields: labelsOf(editable, moved) }) : '',
  ]
    .filter(Boolean)
    .join(' ')
}
