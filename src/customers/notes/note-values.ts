import { unstored } from '#/customers/editing/unstored.ts'
import type { Note } from '#/contract/notes.ts'

export interface NoteValues {
  content: string
  pinned: boolean
}

export const noteFields = ['content', 'pinned'] as const

export const noteValues = ({ content, pinned }: Note): NoteValues => ({ content, pinned })

/** A note that is not stored yet. */
export function blankNote(over: Partial<Note> = {}): Note {
  return {
    ...unstored,
    number: null,
    content: '',
    author: unstored.createdBy,
    pinned: false,
    attachment: null,
    source: 'note',
    case: null,
    ...over,
  }
}

export const isNewNote = ({ etag }: Pick<Note, 'etag'>) => etag === ''
