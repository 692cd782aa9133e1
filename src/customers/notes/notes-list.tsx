import { styled } from '@mui/material/styles'
import { useCallback, useState, type ComponentProps } from 'react'
import { flushSync } from 'react-dom'
import type { Note } from '#/contract/notes.ts'
import { CaseEntryCard } from '#/customers/notes/case-entry-card.tsx'
import { DeleteNoteDialog } from '#/customers/notes/delete-note-dialog.tsx'
import { NoteCard } from '#/customers/notes/note-card.tsx'
import { NoteFormCard, preloadNoteEditor } from '#/customers/notes/note-form-card.tsx'
import { useUnlink } from '#/customers/notes/note-link.ts'
import { useOwnReason } from '#/customers/notes/note-reason.ts'
import { useChangeNote } from '#/customers/notes/use-change-note.ts'
import { useDeleteNote } from '#/customers/notes/use-delete-note.ts'
import type { NoteEdits, OpenNote } from '#/customers/notes/use-note-edits.ts'
import { useUploads } from '#/customers/notes/use-uploads.ts'
import { RecordFeed } from '#/customers/record/record-feed.tsx'
import { useSubject } from '#/customers/record/use-subject.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'

const Card = styled('div')({
  paddingBottom: 12,
  '& > div, & > article': {
    display: 'grid',
    gap: 6,
    padding: '10px 12px 12px 16px',
    border: `1px solid ${color.hairline}`,
    borderRadius: sizes.radius,
    backgroundColor: color.surface,
  },
  '& > div': { display: 'block' },
  '& > article:focus': { outline: 'none' },
  '& > article[data-linked="true"]': { borderColor: color.accent },
  '&[data-source="case"] > article': { backgroundColor: color.canvas },
})

/** What stands at one place of the list. */
type Placed = { key: string } & (
  | { note: Note; edit?: undefined; isLinked: boolean }
  | { note?: undefined; edit: OpenNote; isLinked: false }
)

const keyOf = ({ key }: Placed) => key
const guess = ({ edit }: Placed) => (edit ? 320 : 110)

/** Forms of new notes and of notes that are not in the list come first, then the note that the address leads to. */
function placeAll(notes: readonly Note[], open: readonly OpenNote[], linked: Note | undefined): Placed[] {
  const placeEdit = (edit: OpenNote): Placed => ({ key: edit.key, edit, isLinked: false })
  const place = (note: Note): Placed => {
    const edit = open.find(({ key }) => key === note.id)
    return edit ? placeEdit(edit) : { key: note.id, note, isLinked: note.id === linked?.id }
  }
  const isListed = ({ key }: OpenNote) => key === linked?.id || notes.some(({ id }) => id === key)
  return [
    ...open.filter((edit) => !isListed(edit)).map(placeEdit),
    ...(linked ? [place(linked)] : []),
    ...notes.filter(({ id }) => id !== linked?.id).map(place),
  ]
}

interface Props extends Pick<ComponentProps<typeof RecordFeed<Placed>>, 'query' | 'pages'> {
  customerId: string
  notes: readonly Note[]
  /** The note that the address leads to. */
  linked: Note | undefined
  edits: NoteEdits
  reason: string | undefined
  /** Ids of long notes that are shown whole. */
  unfolded: readonly string[]
  onFold: (noteId: string, isUnfolded: boolean) => void
  /** The note that had the focus is gone and there is no other one. */
  onNoneLeft: () => void
}

/** The notes of a customer and the forms between them. */
export function NotesList({ customerId, notes, linked, edits, reason, unfolded, onFold, onNoneLeft, ...feed }: Props) {
  const subject = useSubject(customerId)
  const ownReason = useOwnReason(reason)
  const uploads = useUploads(customerId)
  const { pin, removeFile } = useChangeNote(customerId)
  const remove = useDeleteNote(customerId)
  const unlink = useUnlink(customerId)
  const [asking, setAsking] = useState<{ note: Note; what: 'note' | 'file' }>()
  const { focus } = edits
  const focused = useCallback(() => focus(undefined), [focus])

  const finish = (edit: OpenNote) => (hadFocus: boolean, savedId: string | undefined) => {
    const id = savedId ?? (edit.note?.id || undefined)
    flushSync(() => edits.close(edit.key, hadFocus ? id : undefined))
    if (hadFocus && id === undefined) onNoneLeft()
  }
  // What a colleague changed meanwhile is what would go.
  const asked = asking && { ...asking, note: notes.find(({ id }) => id === asking.note.id) ?? asking.note }
  const confirm = async () => {
    if (!asked) return
    const place = notes.findIndex(({ id }) => id === asked.note.id)
    const next = asked.what === 'file' ? asked.note : (notes[place + 1] ?? notes[place - 1])
    await (asked.what === 'file' ? removeFile : remove)(asked.note)
    flushSync(() => setAsking(undefined))
    if (next?.source === 'note') focus(next.id)
    else onNoneLeft()
  }

  const fold = (noteId: string) => ({
    isUnfolded: unfolded.includes(noteId),
    onFold: (isUnfolded: boolean) => onFold(noteId, isUnfolded),
  })
  const cardOf = (note: Note, isLinked: boolean) =>
    note.source === 'case' ? (
      <CaseEntryCard customerId={customerId} note={note} {...fold(note.id)} />
    ) : (
      <NoteCard
        customerId={customerId}
        note={note}
        reason={reason}
        ownReason={ownReason(note)}
        uploads={uploads}
        {...fold(note.id)}
        isLinked={isLinked}
        onUnlink={unlink}
        takesFocus={edits.focusId === note.id}
        onFocused={focused}
        onEdit={() => edits.edit(note)}
        onIntent={preloadNoteEditor}
        onPin={() => void pin(note).then((isDone) => isDone && focus(note.id))}
        onDelete={() => setAsking({ note, what: 'note' })}
        onRemoveFile={() => setAsking({ note, what: 'file' })}
      />
    )

  return (
    <>
      <RecordFeed
        {...feed}
        customerId={customerId}
        place="notes"
        label={m.record_section_notes()}
        items={placeAll(notes, edits.open, linked)}
        keyOf={keyOf}
        guess={guess}
        kept={edits.open.map(({ key }) => key)}
      >
        {({ note, edit, isLinked }) => (
          <Card data-source={note?.source}>
            {edit ? (
              <div>
                <NoteFormCard
                  customerId={customerId}
                  edit={edit}
                  reason={reason}
                  onAdd={edits.add}
                  onDone={finish(edit)}
                />
              </div>
            ) : (
              cardOf(note, isLinked)
            )}
          </Card>
        )}
      </RecordFeed>
      {asked ? (
        <DeleteNoteDialog {...asked} subject={subject} onConfirm={confirm} onCancel={() => setAsking(undefined)} />
      ) : null}
    </>
  )
}
