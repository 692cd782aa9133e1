import { styled } from '@mui/material/styles'
import { useId, useRef, useState } from 'react'
import { attachmentBytes } from '#/contract/attachment.ts'
import { acceptedFiles, fileFacts, fileProblem } from '#/customers/notes/note-file.ts'
import { describedBy, FieldFrame } from '#/shared/form/field-frame.tsx'
import { formatBytes } from '#/shared/format/format-bytes.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { sizes, touch } from '#/shared/theme/tokens.ts'
import { Button } from '#/shared/ui/button.tsx'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'

const Line = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  '& > input': {
    ...type.table,
    maxWidth: '100%',
    color: color.secondary,
    borderRadius: sizes.radius,
    '&::file-selector-button': {
      ...type.body,
      height: sizes.control,
      marginInlineEnd: 8,
      padding: '0 12px',
      border: `1px solid ${color.controlBorder}`,
      borderRadius: sizes.radius,
      color: color.text,
      fontFamily: 'inherit',
      fontWeight: 500,
      backgroundColor: color.surface,
      cursor: 'pointer',
      [touch]: { height: sizes.controlTouch },
    },
    '&::file-selector-button:hover': { backgroundColor: color.hover },
  },
})

interface Props {
  file: File | undefined
  onFile: (file: File | undefined) => void
}

/** One file to go with a new note. What cannot be attached is said as soon as it is chosen, and not taken. */
export function AttachmentField({ file, onFile }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<string>()
  const error = refused === undefined ? undefined : { type: 'file', message: refused }
  const hint = file ? m.notes_file_kept() : m.notes_file_hint({ most: formatBytes(attachmentBytes) })

  const choose = (chosen: File | undefined) => {
    // Closing the file dialog without a choice leaves what was chosen.
    if (!chosen) return
    const problem = fileProblem(chosen)
    setRefused(problem === undefined ? undefined : m.notes_file_refused({ name: chosen.name, reason: problem }))
    if (problem === undefined) onFile(chosen)
    else clear()
  }
  const clear = () => {
    onFile(undefined)
    if (input.current) input.current.value = ''
  }

  return (
    <FieldFrame id={id} name="attachment" label={m.notes_field_attachment()} hint={hint} error={error} isWide>
      <Line>
        <input
          {...describedBy({ id, hint, error, isRequired: false })}
          ref={input}
          type="file"
          accept={acceptedFiles}
          onChange={({ target }) => choose(target.files?.[0])}
        />
        {file ? (
          <>
            <span>{fileFacts(file)}</span>
            <Button
              size="small"
              onClick={() => {
                clear()
                setRefused(undefined)
                input.current?.focus()
              }}
            >
              {m.notes_file_remove_choice()}
            </Button>
          </>
        ) : null}
        <VisuallyHidden as="output">
          {file ? m.notes_file_chosen({ name: file.name, facts: fileFacts(file) }) : ''}
        </VisuallyHidden>
      </Line>
    </FieldFrame>
  )
}
