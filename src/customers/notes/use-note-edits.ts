import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Note } from '#/contract/notes.ts'
import { blankNote, type NoteValues } from '#/customers/notes/note-values.ts'
import { draftsIn, useDraftsState } from '#/workspace/drafts/drafts.ts'
import { isNewId, newRecordId } from '#/workspace/open-records.ts'

/** A form that is open: over a version of a note, or over a new one. */
export interface OpenNote {
  /** Id of the note, or `new-…`. */
  key: string
  /** Nothing for a note of which only a draft is at hand. */
  note: Note | undefined
  /** What the form begins with. */
  start?: NoteValues
}

export interface NoteEdits {
  open: readonly OpenNote[]
  edit: (note: Note) => void
  add: (start?: NoteValues) => void
  /** Ends an edit; the card of `focusId` takes the focus as soon as it is there. */
  close: (key: string, focusId: string | undefined) => void
  /** The note whose card has to take the focus. */
  focusId: string | undefined
  focus: (id: string | undefined) => void
}

/** The forms that are open among the notes of a customer: any number at once. Those with a draft are among them. */
export function useNoteEdits(customerId: string, notes: readonly Note[] | undefined): NoteEdits {
  const [open, setOpen] = useState<readonly OpenNote[]>([])
  const [focusId, setFocusId] = useState<string>()
  const drafted = useDraftsState(
    useShallow((state) => draftsIn(state, customerId, 'notes').map(({ place }) => place.itemId)),
  )

  const restored = drafted.flatMap((key): OpenNote[] => {
    if (!notes || open.some((edit) => edit.key === key)) return []
    return [{ key, note: isNewId(key) ? blankNote() : notes.find(({ id }) => id === key) }]
  })
  if (restored.length > 0) setOpen([...open, ...restored])

  return {
    open,
    focusId,
    focus: setFocusId,
    edit: (note) =>
      setOpen((edits) => (edits.some(({ key }) => key === note.id) ? edits : [...edits, { key: note.id, note }])),
    add: (start) =>
      setOpen((edits) => [{ key: newRecordId(), note: blankNote(), ...(start ? { start } : {}) }, ...edits]),
    close: (key, id) => {
      setOpen((edits) => edits.filter((edit) => edit.key !== key))
      setFocusId(id)
    },
  }
}
