import { Link } from '@tanstack/react-router'
import type { Note } from '#/contract/notes.ts'
import { casePlace } from '#/customers/cases/case-link.ts'
import { NoteHead, NoteMark } from '#/customers/notes/note-card.tsx'
import { actorName } from '#/shared/format/actor-name.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { FoldedText } from '#/shared/ui/folded-text.tsx'
import { Time } from '#/shared/ui/time.tsx'

const entryLabels: Record<string, () => string> = {
  opened: m.notes_entry_opened,
  comment: m.notes_entry_comment,
  closed: m.notes_entry_closed,
  reopened: m.notes_entry_reopened,
  statusChanged: m.notes_entry_status_changed,
}

interface Props {
  customerId: string
  note: Note
  isUnfolded: boolean
  onFold: (isUnfolded: boolean) => void
}

/** What was said or done about a case, among the notes. */
export function CaseEntryCard({ customerId, note, isUnfolded, onFold }: Props) {
  const { number = '', subject = '', entry = 'comment' } = note.case ?? {}
  const name = number === '' ? m.notes_case_unknown() : m.notes_case_name({ number })
  return (
    <article aria-label={m.notes_case_entry({ name, entry: entryLabels[entry]?.() ?? entry })}>
      <NoteHead>
        <div>
          <NoteMark>{name}</NoteMark>
          <h3 dir="auto">
            {note.case ? <Link {...casePlace(customerId, note.case.id)}>{subject || name}</Link> : subject || name}
          </h3>
          <span data-meta="">{entryLabels[entry]?.() ?? entry}</span>
          <span data-meta="">
            {actorName(note.author)} · <Time at={note.createdAt} />
          </span>
        </div>
      </NoteHead>
      <FoldedText name={name} text={note.content} isUnfolded={isUnfolded} onFold={onFold} />
    </article>
  )
}
