import { styled } from '@mui/material/styles'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { Note } from '#/contract/notes.ts'
import { AttachmentLine } from '#/customers/notes/attachment-line.tsx'
import { acceptedFiles } from '#/customers/notes/note-file.ts'
import { noteAddress, notePlace } from '#/customers/notes/note-link.ts'
import { noteName } from '#/customers/notes/note-text.ts'
import type { Uploads } from '#/customers/notes/use-uploads.ts'
import { actorName } from '#/shared/format/actor-name.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { color, type } from '#/shared/theme/color.ts'
import { IconButton } from '#/shared/ui/icon-button.tsx'
import { Icon } from '#/shared/ui/icon.tsx'
import { MenuButton } from '#/shared/ui/menu-button.tsx'
import { FoldedText } from '#/shared/ui/folded-text.tsx'
import { Time } from '#/shared/ui/time.tsx'
import { Tooltip } from '#/shared/ui/tooltip.tsx'
import { useCopyText } from '#/shared/ui/use-copy-text.ts'

export const NoteHead = styled('header')({
  display: 'flex',
  alignItems: 'start',
  gap: 4,
  '& > div': {
    flex: 1,
    minWidth: 0,
    paddingTop: 2,
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 8px',
    alignItems: 'baseline',
  },
  '& h3': { ...type.body, fontWeight: 600, '& > a': { color: 'inherit' } },
  '& [data-meta]': { ...type.table, color: color.secondary },
})
export const NoteMark = styled('span')({
  ...type.meta,
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  padding: '1px 7px',
  borderRadius: 10,
  color: color.accent,
  backgroundColor: color.accentSoft,
})

export interface NoteCardProps {
  customerId: string
  note: Note
  /** Why no note of this customer may be written. */
  reason: string | undefined
  /** Why this one may not be changed. */
  ownReason: string | undefined
  uploads: Uploads
  isUnfolded: boolean
  onFold: (isUnfolded: boolean) => void
  /** The address leads to it. */
  isLinked: boolean
  onUnlink: () => void
  /** The button to pin it takes the focus once. */
  takesFocus: boolean
  onFocused: () => void
  onEdit: () => void
  /** Editing is likely: load what it needs. */
  onIntent: () => void
  onPin: () => void
  onDelete: () => void
  onRemoveFile: () => void
}

/** What may be done with a note, in its menu. */
function useNoteMenu({ customerId, note, ownReason, onDelete, onRemoveFile }: NoteCardProps, onChooseFile: () => void) {
  const copy = useCopyText()
  return () => {
    const name = noteName(note)
    const link = noteAddress(customerId, note.number ?? 0)
    const file = note.attachment
      ? [
          { label: m.notes_file_replace(), onSelect: onChooseFile, disabledReason: ownReason },
          { label: m.notes_file_remove(), onSelect: onRemoveFile, disabledReason: ownReason, isCritical: true },
        ]
      : [{ label: m.notes_file_attach(), onSelect: onChooseFile, disabledReason: ownReason }]
    return [
      [
        { label: m.notes_copy_link(), onSelect: () => void copy(link, m.notes_link_copied({ name })) },
        { label: m.notes_copy_text(), onSelect: () => void copy(note.content, m.notes_text_copied({ name })) },
      ],
      file,
      [{ label: m.notes_delete(), onSelect: onDelete, disabledReason: ownReason, isCritical: true }],
    ]
  }
}

/** When somebody touched it after it was written. */
function Changed({ note: { createdAt, updatedAt, updatedBy } }: { note: Note }) {
  if (createdAt === updatedAt) return null
  return (
    <span data-meta="">
      {m.notes_changed_by({ who: actorName(updatedBy) })} <Time at={updatedAt} />
    </span>
  )
}

/** One note: its text, who wrote it when, its file, and what can be done with it. */
export function NoteCard(props: NoteCardProps) {
  const { customerId, note, reason, ownReason, uploads, isLinked, takesFocus, onFocused } = props
  const name = noteName(note)
  const root = useRef<HTMLElement>(null)
  const pin = useRef<HTMLButtonElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const led = useRef(false)
  useEffect(() => {
    if (!takesFocus) return
    pin.current?.focus()
    onFocused()
  }, [takesFocus, onFocused])
  useEffect(() => {
    // Once: showing the record again must not move the focus.
    if (isLinked && !led.current) root.current?.focus()
    led.current = isLinked
  }, [isLinked])
  const chooseFile = () => picker.current?.click()
  const menu = useNoteMenu(props, chooseFile)
  const upload = uploads.of(note.id)

  const pinButton = (
    <IconButton
      ref={pin}
      label={m.notes_pin({ name })}
      icon="pin"
      size="small"
      aria-pressed={note.pinned}
      aria-disabled={reason !== undefined}
      onClick={reason === undefined ? props.onPin : undefined}
    />
  )
  const edit = (
    <IconButton
      label={m.notes_edit({ name })}
      icon="edit"
      size="small"
      data-pen=""
      aria-disabled={ownReason !== undefined}
      onPointerEnter={props.onIntent}
      onFocus={props.onIntent}
      onClick={ownReason === undefined ? props.onEdit : undefined}
    />
  )
  return (
    <article ref={root} tabIndex={-1} aria-label={name} data-linked={isLinked}>
      <NoteHead>
        <div>
          <h3>
            <Link {...notePlace(customerId, note.number ?? 0)}>{name}</Link>
          </h3>
          {note.pinned ? (
            <NoteMark>
              <Icon name="pin" size={12} filled />
              {m.notes_pinned()}
            </NoteMark>
          ) : null}
          {isLinked ? <NoteMark>{m.notes_linked()}</NoteMark> : null}
          <span data-meta="">
            {actorName(note.author)} · <Time at={note.createdAt} />
          </span>
          <Changed note={note} />
        </div>
        {isLinked ? <IconButton label={m.notes_unlink()} icon="close" size="small" onClick={props.onUnlink} /> : null}
        <Tooltip text={reason}>{pinButton}</Tooltip>
        <Tooltip text={ownReason}>{edit}</Tooltip>
        <MenuButton label={m.notes_more({ name })} groups={menu} size="small" />
      </NoteHead>
      <FoldedText name={name} text={note.content} isUnfolded={props.isUnfolded || isLinked} onFold={props.onFold} />
      <AttachmentLine
        customerId={customerId}
        note={note}
        upload={upload}
        onRetry={() => upload && uploads.attach(note, upload.file)}
        onChooseFile={chooseFile}
        onGiveUp={() => uploads.giveUp(note.id)}
      />
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={m.notes_file_for({ name })}
        accept={acceptedFiles}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          // The same file may be chosen again.
          target.value = ''
          if (file) uploads.attach(note, file)
        }}
      />
    </article>
  )
}
