import { keepPreviousData, useInfiniteQuery, usePrefetchInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import * as z from 'zod/mini'
import type { Note } from '#/contract/notes.ts'
import { LinkedNoteProblem } from '#/customers/notes/linked-note-problem.tsx'
import { preloadNoteEditor } from '#/customers/notes/note-form-card.tsx'
import { useLinkedNumber } from '#/customers/notes/note-link.ts'
import { useNoteReason } from '#/customers/notes/note-reason.ts'
import { noteListQuery, numberedNoteQuery } from '#/customers/notes/note.queries.ts'
import { NotesList } from '#/customers/notes/notes-list.tsx'
import { useNoteEdits, type NoteEdits } from '#/customers/notes/use-note-edits.ts'
import { useAskedEdit } from '#/customers/editing/asked-edit.ts'
import type { SectionProps } from '#/customers/record/lazy-section.tsx'
import { ReasonButton } from '#/customers/record/reason-button.tsx'
import { useBeginAnew, useKeptPages } from '#/customers/record/record-feed.tsx'
import { SectionFrame } from '#/customers/record/section-frame.tsx'
import { useKeptView } from '#/customers/record/use-kept-view.ts'
import { SwitchFilter } from '#/shared/filter/switch-filter.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { useChangePreferences, usePreferences } from '#/shared/session/preferences.ts'
import { Button } from '#/shared/ui/button.tsx'
import { EmptyState } from '#/shared/ui/empty-state.tsx'
import { CardsSkeleton } from '#/shared/ui/skeletons.tsx'
import { useWorkspace } from '#/workspace/workspace-context.ts'

const viewSchema = z.object({ unfolded: z.catch(z.array(z.string()), []) })
/** As many ids are kept. */
const unfoldedAtMost = 100

/** The notes that are loaded, in their order. */
function useNotes(customerId: string, includeCaseNotes: boolean) {
  const listed = noteListQuery(customerId, includeCaseNotes)
  const pages = useKeptPages(customerId, 'notes')
  usePrefetchInfiniteQuery(pages > 1 ? { ...listed, pages } : listed)
  const query = useInfiniteQuery({ ...listed, placeholderData: keepPreviousData })
  const { data } = query
  const notes = useMemo(() => data?.pages.flatMap(({ items }) => items), [data])
  return { query, notes }
}

/** The note that the address asks for: from the list as far as it is loaded, else by its number. */
function useLinkedNote(customerId: string, notes: readonly Note[] | undefined) {
  const number = useLinkedNumber(customerId)
  const listed = notes?.find((note) => note.number === number && number !== undefined)
  const read = useQuery({
    ...numberedNoteQuery(customerId, number ?? 0),
    enabled: number !== undefined && notes !== undefined && !listed,
  })
  return { number, note: listed ?? (number === undefined ? undefined : (read.data ?? undefined)), read }
}

/** The shortcut edits the note that has the focus, or else goes to the button that adds one. */
function useEditShortcut(
  customerId: string,
  notes: readonly Note[],
  edits: NoteEdits,
  addButton: { current: HTMLElement | null },
) {
  const workspace = useWorkspace()
  useEffect(() =>
    workspace.onEdit(customerId, () => {
      const place = document.activeElement?.closest<HTMLElement>('[data-feed]')
      const pen = place?.querySelector<HTMLElement>('[data-pen]')
      const note = notes.find(({ id }) => id === place?.dataset['feed'])
      if (pen?.getAttribute('aria-disabled') === 'false' && note) edits.edit(note)
      else (pen ?? addButton.current)?.focus()
    }),
  )
}

/** Notes about a customer, with the entries of its cases if wanted. */
export function NotesSection({ customerId }: SectionProps) {
  const { includeCaseNotes } = usePreferences()
  const { mutate: changePreferences } = useChangePreferences()
  const beginAnew = useBeginAnew(customerId, 'notes')
  const { query, notes } = useNotes(customerId, includeCaseNotes)
  const linked = useLinkedNote(customerId, notes)
  const reason = useNoteReason(customerId)
  const [{ unfolded }, keepView] = useKeptView(customerId, 'notes/view', viewSchema)
  const edits = useNoteEdits(customerId, notes)
  const addButton = useRef<HTMLButtonElement>(null)
  useEditShortcut(customerId, notes ?? [], edits, addButton)
  useAskedEdit(customerId, 'notes', notes && reason === undefined ? () => edits.add() : undefined)
  const total = query.data?.pages[0]?.total
  const isEmpty = notes?.length === 0 && edits.open.length === 0

  return (
    <SectionFrame
      section="notes"
      query={query}
      total={query.isPlaceholderData ? undefined : total}
      isFilling
      skeleton={<CardsSkeleton cards={4} lines={2} />}
      toolbar={
        <SwitchFilter
          label={m.notes_include_cases()}
          isOn={includeCaseNotes}
          onChange={(isOn) => {
            beginAnew()
            changePreferences({ includeCaseNotes: isOn })
          }}
        />
      }
      pen={
        query.data ? (
          <ReasonButton
            ref={addButton}
            label={m.notes_add()}
            icon="plus"
            reason={reason}
            onPress={() => edits.add()}
            onIntent={preloadNoteEditor}
          />
        ) : null
      }
    >
      {({ pages }) => (
        <>
          <LinkedNoteProblem customerId={customerId} number={linked.number} note={linked.note} read={linked.read} />
          {isEmpty && !linked.note ? (
            <EmptyState
              title={m.notes_empty()}
              text={includeCaseNotes ? m.notes_empty_text_cases() : m.notes_empty_text()}
              action={
                reason === undefined ? <Button onClick={() => edits.add()}>{m.notes_add_first()}</Button> : undefined
              }
            />
          ) : (
            <NotesList
              customerId={customerId}
              query={query}
              pages={pages.length}
              notes={notes ?? []}
              linked={linked.note}
              edits={edits}
              reason={reason}
              unfolded={unfolded}
              onFold={(noteId, isUnfolded) => {
                const others = unfolded.filter((id) => id !== noteId)
                keepView({ unfolded: (isUnfolded ? [...others, noteId] : others).slice(-unfoldedAtMost) })
              }}
              onNoneLeft={() => addButton.current?.focus()}
            />
          )}
        </>
      )}
    </SectionFrame>
  )
}
