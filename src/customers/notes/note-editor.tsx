import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { getNote, type Note } from '#/contract/notes.ts'
import { customerKeys } from '#/customers/customer.queries.ts'
import type { Lost } from '#/customers/editing/lost-edit.tsx'
import { RecordEditor, type Edit } from '#/customers/editing/record-editor.tsx'
import { AttachmentField } from '#/customers/notes/attachment-field.tsx'
import { rememberNote } from '#/customers/notes/note-cache.ts'
import { noteEditable, type NoteBody } from '#/customers/notes/note-editable.ts'
import { isNewNote, type NoteValues } from '#/customers/notes/note-values.ts'
import { noteKeys } from '#/customers/notes/note.queries.ts'
import { addNoteMutation, saveNoteMutation, type NoteCreate } from '#/customers/notes/save-note.ts'
import { useUploads } from '#/customers/notes/use-uploads.ts'
import { useSubject } from '#/customers/record/use-subject.ts'
import { api } from '#/shared/api/api.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { CheckboxField } from '#/shared/form/checkbox-field.tsx'
import { TextField } from '#/shared/form/text-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { FieldArea, FieldGrid } from '#/shared/ui/field-list.tsx'

export interface NoteEditorProps {
  customerId: string
  /** Id of the note, or the name of the form of a new one. */
  formKey: string
  /** The version that the edit starts from; one with an empty version is new. */
  note: Note
  /** The newest version that was read. */
  current?: Note | undefined
  start?: NoteValues | undefined
  lost?: Lost<NoteValues> | undefined
  /** The edit is over; says whether the focus was in it, and which note came of it. */
  onDone: (hadFocus: boolean, savedId: string | undefined) => void
}

/** A note as fields, in place of its card. */
export function NoteEditor({ customerId, formKey, note, current, start, lost, onDone }: NoteEditorProps) {
  const client = useQueryClient()
  const subject = useSubject(customerId)
  const { mutateAsync: add } = useMutation(addNoteMutation(customerId))
  const { mutateAsync: change } = useMutation(saveNoteMutation(customerId))
  const uploads = useUploads(customerId)
  const [editable] = useState(() => noteEditable(formKey, note))
  const [file, setFile] = useState<File>()
  const savedId = useRef<string>(undefined)

  const save = async ({ patch, ifMatch, idempotencyKey }: Edit<NoteBody>) => {
    if (ifMatch !== '') return change({ noteId: savedId.current ?? note.id, patch, ifMatch, idempotencyKey })
    const saved = await add({ body: patch as NoteCreate, idempotencyKey })
    savedId.current = saved.id
    if (file) uploads.attach(saved, file)
    setFile(undefined)
    return saved
  }
  const readAgain = async () => api(getNote, { path: { id: customerId, noteId: savedId.current ?? note.id } })
  const readWhenGone = async (error: unknown) => {
    if (!isApiError(error, 'not-found', 'anonymized-record')) return
    await client.invalidateQueries({ queryKey: customerKeys.detail(customerId) })
    await client.invalidateQueries({ queryKey: noteKeys.lists(customerId) })
    await client.invalidateQueries({ queryKey: noteKeys.one(customerId, note.id) })
  }

  return (
    <RecordEditor
      editable={editable}
      version={note}
      current={current}
      start={start}
      lost={lost}
      subject={subject}
      save={save}
      readAgain={readAgain}
      onTheirs={(theirs) => rememberNote(client, customerId, theirs)}
      onFailure={readWhenGone}
      onDone={(hadFocus) => onDone(hadFocus, savedId.current)}
    >
      {(control) => (
        <FieldArea style={{ paddingLeft: 10 }}>
          <FieldGrid>
            <TextField control={control} name="content" label={m.notes_field_content()} isRequired isMultiline isWide />
            {isNewNote(note) ? <AttachmentField file={file} onFile={setFile} /> : null}
            <CheckboxField control={control} name="pinned" label={m.notes_field_pin()} isWide />
          </FieldGrid>
        </FieldArea>
      )}
    </RecordEditor>
  )
}
