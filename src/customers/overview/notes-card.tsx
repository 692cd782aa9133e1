import { styled } from '@mui/material/styles'
import { Link } from '@tanstack/react-router'
import type { Note } from '#/contract/notes.ts'
import { casePlace } from '#/customers/cases/case-link.ts'
import { notePlace } from '#/customers/notes/note-link.ts'
import { noteName } from '#/customers/notes/note-text.ts'
import { CardRow, CardRows, Meta, Tag } from '#/customers/overview/card-rows.tsx'
import { CardItems, OverviewCard } from '#/customers/overview/overview-card.tsx'
import type { OverviewRead } from '#/customers/overview/use-overview.ts'
import { actorName } from '#/shared/format/actor-name.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { useChangePreferences, usePreferences } from '#/shared/session/preferences.ts'
import { type } from '#/shared/theme/color.ts'
import { sizes, touch } from '#/shared/theme/tokens.ts'
import { Icon } from '#/shared/ui/icon.tsx'
import { Time } from '#/shared/ui/time.tsx'

const Switch = styled('label')({
  ...type.table,
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  minHeight: sizes.control,
  cursor: 'pointer',
  [touch]: { minHeight: sizes.controlTouch },
  '& > input': { width: 16, height: 16, margin: 0 },
})

/** All of it stands among the notes. */
const Beginning = styled('p')({
  ...type.body,
  fontWeight: 400,
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 3,
  overflow: 'hidden',
  whiteSpace: 'pre-line',
})

function NoteRow({ customerId, note }: { customerId: string; note: Note }) {
  const { number, content, author, createdAt, pinned, attachment } = note
  const title =
    note.case !== null ? (
      <>
        <Link {...casePlace(customerId, note.case.id)}>{m.notes_case_name({ number: note.case.number })}</Link>
        <Meta>
          <bdi>{note.case.subject}</bdi>
        </Meta>
      </>
    ) : number === null ? (
      noteName(note)
    ) : (
      <Link {...notePlace(customerId, number)}>{noteName(note)}</Link>
    )
  return (
    <CardRow
      title={
        <>
          {title}
          {pinned ? (
            <Tag>
              <Icon name="pin" size={12} /> {m.notes_pinned()}
            </Tag>
          ) : null}
          {attachment === null ? null : (
            <Meta>
              <Icon name="attachment" size={12} /> <bdi>{attachment.name}</bdi>
            </Meta>
          )}
        </>
      }
      aside={
        <Meta>
          <bdi>{actorName(author)}</bdi>
          <Time at={createdAt} />
        </Meta>
      }
    >
      {content === '' ? null : <Beginning dir="auto">{content}</Beginning>}
    </CardRow>
  )
}

/** What colleagues wrote down last, with what was said about cases if the person wants that. */
export function NotesCard({ read }: { read: OverviewRead }) {
  const { includeCaseNotes } = usePreferences()
  const { mutate: changePreferences } = useChangePreferences()
  return (
    <OverviewCard
      read={read}
      name="notes"
      title={m.overview_notes()}
      section="notes"
      all={m.overview_notes_all()}
      actions={
        <Switch>
          <input
            type="checkbox"
            checked={includeCaseNotes}
            onChange={({ target }) => changePreferences({ includeCaseNotes: target.checked })}
          />
          {m.notes_include_cases()}
        </Switch>
      }
    >
      {({ items }) => (
        <CardItems items={items} empty={m.overview_notes_empty()}>
          {(notes) => (
            <CardRows label={m.overview_notes()}>
              {notes.map((note) => (
                <NoteRow key={note.id} customerId={read.customerId} note={note} />
              ))}
            </CardRows>
          )}
        </CardItems>
      )}
    </OverviewCard>
  )
}
