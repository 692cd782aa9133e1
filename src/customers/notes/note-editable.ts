import { noteLength, noteSchema, type Note } from '#/contract/notes.ts'
import { changedFields, type CheckedEdit, type Editable } from '#/customers/editing/editable.ts'
import { noteName } from '#/customers/notes/note-text.ts'
import { blankNote, isNewNote, noteFields, noteValues, type NoteValues } from '#/customers/notes/note-values.ts'
import type { NoteCreate, NotePatch } from '#/customers/notes/save-note.ts'
import { m } from '#/shared/i18n/generated/messages.js'

export type NoteBody = NoteCreate | NotePatch

async function checkNote(base: Note, typed: NoteValues): Promise<CheckedEdit<NoteValues, NoteBody>> {
  const values = { ...typed, content: typed.content.trim() }
  if (values.content === '') return { patch: undefined, errors: { content: 'required' } }
  if (values.content.length > noteLength) {
    return { patch: undefined, errors: { content: m.errors_field_too_long_by({ maximum: noteLength }) } }
  }
  if (isNewNote(base)) {
    const { content, pinned } = values
    return { patch: pinned ? { content, pinned } : { content }, errors: {} }
  }
  const changed = changedFields({ fields: noteFields }, noteValues(base), typed)
  const patch: NotePatch = Object.fromEntries(changed.map((field) => [field, values[field]]))
  return { patch: changed.length > 0 ? patch : undefined, errors: {} }
}

/** One note, as the editor needs to know it. `key` is its id, or names the form of a new one. */
export function noteEditable(key: string, note: Note): Editable<Note, NoteValues, NoteBody> {
  const isNew = isNewNote(note)
  return {
    form: `notes/${key}`,
    fields: noteFields,
    valuesOf: noteValues,
    ...(isNew ? { blank: noteValues(blankNote()) } : {}),
    check: checkNote,
    schema: noteSchema,
    label: (field) => (field === 'content' ? m.notes_field_content() : m.notes_field_pinned()),
    text: (_, value) => (typeof value === 'string' ? value : value === true ? m.common_yes() : m.common_no()),
    texts: {
      form: isNew ? m.notes_new : () => m.notes_edit({ name: noteName(note) }),
      saved: isNew ? m.notes_added : m.notes_saved,
      conflict: m.notes_conflict,
      discard: m.notes_discard,
      refused: m.notes_refused,
    },
  }
}
