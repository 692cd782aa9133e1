import { styled } from '@mui/material/styles'
import type { Note } from '#/contract/notes.ts'
import { noteName } from '#/customers/notes/note-text.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { failureText } from '#/shared/api/failure-text.ts'
import { beginningOf } from '#/shared/format/beginning-of.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color } from '#/shared/theme/color.ts'
import { ConfirmDialog } from '#/shared/ui/confirm-dialog.tsx'
import type { Subject } from '#/shared/ui/customer-subject.tsx'

const Text = styled('div')({
  display: 'grid',
  gap: 8,
  overflowWrap: 'anywhere',
  '& > blockquote': { margin: 0, color: color.secondary, whiteSpace: 'pre-wrap' },
})

function refusalText(error: unknown): string {
  if (isApiError(error, 'stale')) return m.notes_delete_stale()
  if (isApiError(error, 'not-found')) return m.notes_delete_gone()
  return failureText(error, m.errors_action_failed())
}

interface Props {
  note: Note
  /** The note, or only its file. */
  what: 'note' | 'file'
  subject: Subject
  onConfirm: () => Promise<unknown>
  onCancel: () => void
}

/** Asks before a note or its file goes. */
export function DeleteNoteDialog({ note, what, subject, onConfirm, onCancel }: Props) {
  const isNote = what === 'note'
  const beginning = beginningOf(note.content)
  return (
    <ConfirmDialog
      isOpen
      title={isNote ? m.notes_delete_title() : m.notes_file_remove_title()}
      subject={subject}
      confirmLabel={isNote ? m.notes_delete() : m.notes_file_remove_confirm()}
      isDestructive
      onConfirm={onConfirm}
      onCancel={onCancel}
      errorText={refusalText}
    >
      <Text>
        <b>{noteName(note)}</b>
        {isNote ? (
          <blockquote dir="auto">
            {beginning === undefined ? note.content : m.common_beginning({ text: beginning })}
          </blockquote>
        ) : null}
        {note.attachment ? <p>{m.notes_delete_file({ name: note.attachment.name })}</p> : null}
        <p>{isNote ? m.notes_delete_undo() : m.notes_file_remove_final()}</p>
      </Text>
    </ConfirmDialog>
  )
}
