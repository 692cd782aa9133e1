import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { BrokenForm } from '#/customers/editing/broken-form.tsx'
import type { Lost } from '#/customers/editing/lost-edit.tsx'
import { useFormInView } from '#/customers/editing/use-form-in-view.ts'
import type { NoteEditorProps } from '#/customers/notes/note-editor.tsx'
import { noteName } from '#/customers/notes/note-text.ts'
import { blankNote, type NoteValues } from '#/customers/notes/note-values.ts'
import { noteQuery } from '#/customers/notes/note.queries.ts'
import type { OpenNote } from '#/customers/notes/use-note-edits.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { failureText, requestIdOf } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { type } from '#/shared/theme/color.ts'
import { ErrorState } from '#/shared/ui/error-state.tsx'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'
import { FieldsSkeleton } from '#/shared/ui/skeletons.tsx'
import { placeOf } from '#/workspace/drafts/draft-slot.ts'
import { useDraftEngine } from '#/workspace/drafts/use-draft-engine.ts'
import { isNewId } from '#/workspace/open-records.ts'

const editor = lazyPart<NoteEditorProps>(async () => (await import('#/customers/notes/note-editor.tsx')).NoteEditor)

export const preloadNoteEditor = editor.preload

const Heading = styled('h3')({ ...type.body, fontWeight: 600, marginBottom: 12, scrollMarginTop: 8 })

interface Props {
  customerId: string
  edit: OpenNote
  /** Why no note of this customer may be written. */
  reason: string | undefined
  /** Opens a form for another note. */
  onAdd: (start: NoteValues) => void
  onDone: NoteEditorProps['onDone']
}

/** The form of one note, in place of its card. */
export function NoteFormCard({ customerId, edit: { key, note, start }, reason, onAdd, onDone }: Props) {
  const heading = useFormInView()
  const isNew = isNewId(key)
  const engine = useDraftEngine()
  const read = useQuery({ ...noteQuery(customerId, key), enabled: !isNew, ...(note ? { placeholderData: note } : {}) })
  const isGone = isApiError(read.error, 'not-found')
  const version = note ?? read.data ?? (isGone ? blankNote({ id: key, etag: '"gone"' }) : undefined)

  const addInstead = (typed: NoteValues) => {
    engine.keep(placeOf(customerId, `notes/${key}`), null)
    onAdd(typed)
    onDone(false, undefined)
  }
  const lost = (): Lost<NoteValues> | undefined => {
    if (reason !== undefined) return { text: reason, isReadOnly: true }
    if (!isGone) return undefined
    return { text: m.notes_gone(), isReadOnly: false, rescue: { label: m.notes_add_instead(), run: addInstead } }
  }

  return (
    <>
      <Heading ref={heading}>{isNew ? m.notes_new() : noteName(version ?? { number: null })}</Heading>
      {version ? (
        <ErrorBoundary FallbackComponent={BrokenForm} onReset={editor.retry}>
          <Suspense fallback={<FieldsSkeleton fields={2} />}>
            <editor.Body
              customerId={customerId}
              formKey={key}
              note={version}
              current={isNew ? undefined : read.data}
              start={start}
              lost={lost()}
              onDone={onDone}
            />
          </Suspense>
        </ErrorBoundary>
      ) : read.error ? (
        <ErrorState
          title={m.errors_load()}
          text={failureText(read.error, m.errors_nothing_lost())}
          requestId={requestIdOf(read.error)}
          onRetry={() => void read.refetch()}
          isRetrying={read.isFetching}
        />
      ) : (
        <FieldsSkeleton fields={2} />
      )}
    </>
  )
}
