import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type KeyboardEvent, type ReactNode, type SubmitEvent } from 'react'
import type { FieldValues } from 'react-hook-form'
import * as z from 'zod/mini'
import { DraftNotes, LockableFields } from '#/customers/editing/draft-notes.tsx'
import { DraftStatus } from '#/customers/editing/draft-status.tsx'
import { EditChanges } from '#/customers/editing/edit-changes.tsx'
import { EditConflict } from '#/customers/editing/edit-conflict.tsx'
import { EditFailure, sayRefusal } from '#/customers/editing/edit-failure.tsx'
import { EditMarks } from '#/customers/editing/edit-marks.tsx'
import { followText } from '#/customers/editing/follow-text.ts'
import { changedFields, type Editable, type Versioned } from '#/customers/editing/editable.ts'
import { formKey } from '#/customers/editing/form-key.ts'
import { LostActions, LostNote, type Lost } from '#/customers/editing/lost-edit.tsx'
import { followEdit, type Choices } from '#/customers/editing/merge-edit.ts'
import { rebaseDraft, remainsOf } from '#/customers/editing/rebase-draft.ts'
import { useDiscardDraft } from '#/customers/editing/use-discard-draft.ts'
import { useEditForm, type EditControl, type EditOutcome } from '#/customers/editing/use-edit-form.ts'
import { useFirstFocus } from '#/customers/editing/use-first-focus.ts'
import { useFollowing } from '#/customers/editing/use-following.ts'
import { DraftMirror, useFormDraft } from '#/customers/editing/use-form-draft.ts'
import { useIntentKeys } from '#/customers/editing/use-intent-keys.ts'
import { useMerging } from '#/customers/editing/use-merging.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { FormActions, FormBar, FormBarNote } from '#/shared/form/form-actions.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { meQuery } from '#/shared/session/me.queries.ts'
import { ConfirmDialog } from '#/shared/ui/confirm-dialog.tsx'
import type { Subject } from '#/shared/ui/customer-subject.tsx'
import { useNotices } from '#/shared/ui/notice-region.tsx'
import { VisuallyHidden } from '#/shared/ui/visually-hidden.tsx'
import type { DraftContent } from '#/workspace/drafts/draft-slot.ts'

/** One save: what, over which version, and the key of the person's intent. */
export interface Edit<Patch> {
  patch: Patch
  ifMatch: string
  idempotencyKey: string
}

export interface RecordEditorProps<Version extends Versioned, Values extends FieldValues, Patch> {
  editable: Editable<Version, Values, Patch>
  /** The version that the edit starts from. */
  version: Version
  /** The newest version that was read: the form goes along with it. */
  current?: Version | undefined
  /** What the form begins with; the values of the version unless told. */
  start?: Values | undefined
  /** The customer that it belongs to. */
  subject: Subject
  /** Saves and gives the version that came of it; rejects with what the API said. */
  save: (edit: Edit<Patch>) => Promise<Version>
  /** Reads the present version, for a refused save that came without it. */
  readAgain: () => Promise<Version>
  /** Somebody else saved this version meanwhile. */
  onTheirs?: (theirs: Version) => void
  /** A save failed, other than by a conflict. */
  onFailure?: (error: unknown) => Promise<unknown> | undefined
  /** What it belongs to is gone, or may not be changed any more. */
  lost?: Lost<Values> | undefined
  /** After a save; gives the customer as it is named now, for the notice. */
  subjectOf?: (saved: Version) => Subject
  /** The edit is over; says whether the focus was in it. */
  onDone: (hadFocus: boolean) => void
  saveLabel?: string
  /** The fields, bound to the form. */
  children: (control: EditControl<Version, Values, Patch>, base: Version) => ReactNode
}

/** A form in place over one version of something. Nothing that was typed goes without a save or a question. */
export function RecordEditor<Version extends Versioned, Values extends FieldValues, Patch>({
  editable,
  version,
  current,
  start,
  subject,
  save,
  readAgain,
  onTheirs,
  onFailure,
  lost,
  subjectOf,
  onDone,
  saveLabel,
  children,
}: RecordEditorProps<Version, Values, Patch>) {
  const draft = useFormDraft(subject.id, editable.form)
  const [brought] = useState(() => draft.stored && rebaseDraft(editable, draft.stored, version))
  const editForm = useEditForm(
    editable,
    () => brought ?? { version, moved: {}, values: start ?? editable.valuesOf(version) },
  )
  const { form, edit, present, goOn } = editForm
  const merging = useMerging(editable, editForm, brought)
  const { asked, followed, goOnFrom, follow } = merging
  const [failure, setFailure] = useState<unknown>()
  const [isAsking, setAsking] = useState(false)
  const client = useQueryClient()
  const meId = useQuery({ ...meQuery, select: ({ id }) => id }).data
  const discardDraft = useDiscardDraft(draft, subject)
  const notices = useNotices()
  const keyOf = useIntentKeys()
  const element = useFirstFocus(brought !== undefined)
  const { isSubmitting, errors } = form.formState
  const { texts } = editable
  const hasRemains = () => {
    const wanted = draft.engine.wantedAt(draft.place)
    return wanted !== null && remainsOf(editable, wanted, present().version) !== null
  }

  const leave = (isAsked = false) => {
    draft.engine.settle(draft.place, (wanted) => remainsOf(editable, wanted, present().version))
    const { activeElement } = document
    const isIn = activeElement === document.body || element.current?.parentElement?.contains(activeElement) === true
    // The question stands elsewhere in the page, but the focus came from the form.
    onDone(isAsked || isIn)
  }
  const discard = (isAsked = false) => {
    discardDraft()
    leave(isAsked)
  }
  const say = (text: string, about: Subject = subject) => notices.show({ kind: 'success', text, subject: about })

  useFollowing({ current, isPaused: isSubmitting, present, form: element, follow })

  const succeed = (saved: Version, typed: Values) => {
    say(texts.saved(), subjectOf?.(saved))
    // Typed on while the save was on its way: that is a new edit of what was saved.
    const isTypedOn = changedFields(editable, typed, form.getValues()).length > 0
    if (isTypedOn || hasRemains()) goOnFrom(saved, typed)
    else leave()
  }

  const fail = async (error: unknown) => {
    if (isApiError(error, 'stale')) {
      const current = z.safeParse(editable.schema, error.problem?.current)
      const newer = current.success ? (current.data as Version) : await readAgain()
      onTheirs?.(newer)
      const { theirs, conflicts } = goOnFrom(newer)
      // Their version moved on, but none of these fields did: there is nothing to decide, so save over it.
      if (conflicts.length === 0 && theirs.length === 0) await form.handleSubmit(send)()
      else merging.ask(theirs)
      return
    }
    setFailure(error)
    sayRefusal(error, form.setError, editable)
    // Nothing waits for it: it may be saved again meanwhile, and ends here when the right is gone.
    if (isApiError(error, 'forbidden')) void client.invalidateQueries({ queryKey: meQuery.queryKey })
    await onFailure?.(error)
  }

  const send = async ({ patch, base: { etag: ifMatch }, typed }: EditOutcome<Version, Values, Patch>) => {
    setFailure(undefined)
    if (merging.open().length > 0) return merging.ask()
    if (patch === undefined) {
      say(m.editing_unchanged())
      return hasRemains() ? undefined : leave()
    }
    try {
      succeed(await save({ patch, ifMatch, idempotencyKey: keyOf([ifMatch, patch]) }), typed)
    } catch (error) {
      await fail(error).catch(setFailure)
    }
    return undefined
  }
  const putDraft = (content: DraftContent) => {
    const merged = rebaseDraft(editable, content, present().version)
    goOn(merged, merged.values)
    return { edit: present(), values: merged.values }
  }
  const submit = (event?: SubmitEvent) =>
    lost || draft.isLocked ? event?.preventDefault() : void form.handleSubmit(send)(event)

  /** What was typed goes on elsewhere, and so does its draft. */
  const rescue = (way: Lost<Values>['rescue']) => {
    const typed = structuredClone(form.getValues())
    draft.engine.keep(draft.place, null)
    way?.run(typed)
  }

  const cancel = () => {
    if (isSubmitting) return
    const isChanged = changedFields(editable, editable.valuesOf(edit.version), form.getValues()).length > 0
    if (isChanged || hasRemains()) setAsking(true)
    else leave()
  }

  const saveChoices = (choices: Choices) => {
    merging.chooseAll(choices)
    void form.handleSubmit(send)()
  }

  const pressKey = (event: KeyboardEvent<HTMLFormElement>) => {
    const key = formKey(event)
    if (key) event.preventDefault()
    if (key === 'save' && !isSubmitting) submit()
    if (key === 'cancel') cancel()
  }

  const isFixed = lost?.isReadOnly === true || draft.isLocked
  const inForm = { editable, control: form.control, base: edit.version }
  const since = followed === brought ? draft.storedAt : undefined
  const note = followed && !lost ? followText(editable, followed, { meId, since }) : ''
  const status = (
    <>
      {note ? <FormBarNote title={note}>{note}</FormBarNote> : null}
      <EditChanges {...inForm} />
      <DraftStatus draft={draft} isLost={lost !== undefined} onDiscard={lost || isFixed ? undefined : discard} />
    </>
  )
  return (
    <div>
      {asked && !lost ? (
        <EditConflict
          editable={editable}
          subject={subject}
          version={edit.version}
          conflicts={merging.open()}
          theirs={asked.theirs}
          mine={followEdit(editable, edit, form.getValues(), edit.version).mine}
          meId={meId}
          onSave={saveChoices}
          onKeepEditing={merging.keepEditing}
        />
      ) : null}
      {lost ? (
        <LostNote
          edit={inForm}
          text={lost.text}
          subject={subject}
          isFocusIn={() => lost.isReadOnly && element.current?.contains(document.activeElement) === true}
        />
      ) : null}
      {/* The form hears the keys of its fields; it is no control itself. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        ref={element}
        noValidate
        hidden={asked !== undefined && !lost}
        aria-label={texts.form()}
        onSubmit={submit}
        onKeyDown={pressKey}
        onBlur={() => void draft.engine.flush(draft.place)}
      >
        <DraftMirror {...{ draft, edit, ...inForm }} onDraft={putDraft} onGone={() => lost ?? onDone(false)} />
        <DraftNotes draft={draft} {...inForm} />
        {lost ? null : <EditFailure errors={errors} failure={failure} refused={texts.refused()} />}
        <EditMarks
          editable={editable}
          control={form.control}
          edit={edit}
          recordId={subject.id}
          meId={meId}
          isQuiet={lost !== undefined}
          onChoose={merging.choose}
        >
          <LockableFields disabled={isFixed}>{children(form.control, edit.version)}</LockableFields>
        </EditMarks>
        {lost ? (
          <LostActions
            edit={inForm}
            rescue={lost.rescue && { label: lost.rescue.label, run: () => rescue(lost.rescue) }}
            typed={form.getValues}
            onDiscard={cancel}
          >
            {status}
          </LostActions>
        ) : draft.isLocked ? (
          <FormBar>{status}</FormBar>
        ) : (
          <FormActions isBusy={isSubmitting} onCancel={cancel} {...(saveLabel === undefined ? {} : { saveLabel })}>
            {status}
          </FormActions>
        )}
      </form>
      <VisuallyHidden as="output">{note}</VisuallyHidden>
      <ConfirmDialog
        isOpen={isAsking}
        title={m.editing_discard_title()}
        subject={subject}
        confirmLabel={m.editing_discard()}
        isDestructive
        onConfirm={() => discard(true)}
        onCancel={() => setAsking(false)}
      >
        {texts.discard()}
      </ConfirmDialog>
    </div>
  )
}
