import { styled } from '@mui/material/styles'
import { useMutation } from '@tanstack/react-query'
import type { MouseEvent } from 'react'
import { getNoteAttachment, type Note } from '#/contract/notes.ts'
import { fileFacts, uploadProblem } from '#/customers/notes/note-file.ts'
import type { NoteUpload } from '#/customers/notes/use-uploads.ts'
import { useSayRefusal } from '#/customers/record/use-say-refusal.ts'
import { useSubject } from '#/customers/record/use-subject.ts'
import { addressOf, send } from '#/shared/api/api.ts'
import { saveDownload } from '#/shared/api/save-download.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { sizes } from '#/shared/theme/tokens.ts'
import { Button } from '#/shared/ui/button.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { isPlainClick } from '#/workspace/plain-click.ts'

const Line = styled('div')({
  ...type.table,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px 8px',
  minHeight: 24,
  color: color.secondary,
  overflowWrap: 'anywhere',
  '& > a': { color: color.accent },
  '&[role="alert"]': {
    padding: '4px 10px',
    border: `1px solid ${color.critical}`,
    borderRadius: sizes.radius,
    color: color.text,
    backgroundColor: color.criticalSoft,
    '& > svg': { color: color.critical },
    '& > span': { flex: '1 1 200px' },
  },
  '& > progress': { width: 96 },
})

/** A file that a note holds; its link saves it. */
function AttachedFile({ customerId, note }: { customerId: string; note: Note }) {
  const subject = useSubject(customerId)
  const sayRefusal = useSayRefusal(customerId)
  const path = { id: customerId, noteId: note.id }
  const { mutate: download, isPending } = useMutation({
    mutationKey: ['download-attachment', customerId],
    mutationFn: async () => (await send(getNoteAttachment, { path })).blob(),
    meta: { onFailure: 'form' },
    onError: (error) => sayRefusal(error, subject, { text: m.notes_download_failed() }),
    onSuccess: (file) => {
      if (note.attachment) saveDownload(file, note.attachment.name)
    },
  })
  if (!note.attachment) return null
  const save = (event: MouseEvent) => {
    if (!isPlainClick(event)) return
    event.preventDefault()
    if (!isPending) download()
  }
  return (
    <Line>
      <Icon name="attachment" size={14} />
      <a href={addressOf(getNoteAttachment, { path })} download={note.attachment.name} onClick={save}>
        {note.attachment.name}
      </a>
      <span>{fileFacts(note.attachment)}</span>
    </Line>
  )
}

interface Props {
  customerId: string
  note: Note
  upload: NoteUpload | undefined
  onRetry: () => void
  onChooseFile: () => void
  onGiveUp: () => void
}

/** The file of a note: there, on its way, or why it is not there. */
export function AttachmentLine({ customerId, note, upload, onRetry, onChooseFile, onGiveUp }: Props) {
  const failed = upload && !upload.isSending ? uploadProblem(upload.error) : undefined
  return (
    <>
      <AttachedFile customerId={customerId} note={note} />
      {upload?.isSending ? (
        <Line as="output">
          <span>{m.notes_file_sending({ name: upload.file.name, facts: fileFacts(upload.file) })}</span>
          <progress aria-label={m.notes_file_sending_bar({ name: upload.file.name })} />
        </Line>
      ) : null}
      {upload && failed ? (
        <Line role="alert">
          <Icon name="error" size={14} />
          <span>{m.notes_file_not_attached({ name: upload.file.name, reason: failed.text })}</span>
          {failed.mayRetry ? (
            <Button size="small" onClick={onRetry}>
              {m.common_retry()}
            </Button>
          ) : null}
          <Button size="small" onClick={onChooseFile}>
            {m.notes_file_another()}
          </Button>
          <Button size="small" onClick={onGiveUp}>
            {m.common_dismiss()}
          </Button>
        </Line>
      ) : null}
    </>
  )
}
