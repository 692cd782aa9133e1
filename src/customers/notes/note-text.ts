import type { Note } from '#/contract/notes.ts'
import { m } from '#/shared/i18n/generated/messages.js'

/** How a note is called: by its number. */
export const noteName = ({ number }: Pick<Note, 'number'>): string =>
  number === null ? m.notes_unnumbered() : m.notes_name({ number })
