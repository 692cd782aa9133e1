import { useQueryClient } from '@tanstack/react-query'
import { useState, type KeyboardEvent, type ReactNode, type SubmitEvent } from 'react'
import type { FieldValues } from 'react-hook-form'
import * as z from 'zod/mini'
import { EditChanges } from '#/customers/editing/edit-changes.tsx'
import { EditConflict } from '#/customers/editing/edit-conflict.tsx'
import { EditFailure, sayRefusal } from '#/customers/editing/edit-failure.tsx'
import { changedFields, type Editable, type Versioned } from '#/customers/editing/editable.ts'
import { chosenValues, mergeEdit, type Choices } from '#/customers/editing/merge-edit.ts'
import { useEditForm, type EditControl, type EditOutcome } from '#/customers/editing/use-edit-form.ts'
import { useFirstFocus } from '#/customers/editing/use-first-focus.ts'
import { useIntentKeys } from '#/customers/editing/use-intent-keys.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { FormActions } from '#/shared/form/form-actions.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { meQuery } from '#/shared/session/me.queries.ts'
import { ConfirmDialog } from '#/shared/ui/confirm-dialog.tsx'
import type { Subject } from '#/shared/ui/customer-subject.tsx'
import { useNotices } from '#/shared/ui/notice-region.tsx'
import { useWorkspace } from '#/workspace/workspace-context.ts'

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
  /** What the form begins with; the values of the version unless told. */
  start?: Values
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
  start,
  subject,
  save,
  readAgain,
  onTheirs,
  onFailure,
  subjectOf,
  onDone,
  saveLabel,
  children,
}: RecordEditorProps<Version, Values, Patch>) {
  const { form, base, rebase } = useEditForm(editable, version, start)
  const [conflict, setConflict] = useState<{ theirs: Version; mine: Values }>()
  const [failure, setFailure] = useState<unknown>()
  const [isAsking, setAsking] = useState(false)
  const client = useQueryClient()
  const workspace = useWorkspace()
  const notices = useNotices()
  const keyOf = useIntentKeys()
  const element = useFirstFocus()
  const { isSubmitting, errors } = form.formState
  const { texts } = editable

  const leave = (isAsked = false) => {
    workspace.setUnsaved(subject.id, editable.form, false)
    const { activeElement } = document
    const isIn = activeElement === document.body || element.current?.parentElement?.contains(activeElement) === true
    // The question stands elsewhere in the page, but the focus came from the form.
    onDone(isAsked || isIn)
  }
  const say = (text: string, about: Subject = subject) => notices.show({ kind: 'success', text, subject: about })

  /** Saves these values as changes of a newer version. */
  const saveOver = async (newer: Version, values: Values) => {
    rebase(newer, values)
    await form.handleSubmit(send)()
  }

  const succeed = (saved: Version, typed: Values) => {
    say(texts.saved(), subjectOf?.(saved))
    const now = form.getValues()
    // Typed on while the save was on its way: that is a new edit of what was saved.
    if (changedFields(editable, typed, now).length > 0) rebase(saved, now)
    else leave()
  }

  const fail = async (error: unknown) => {
    if (isApiError(error, 'stale')) {
      const current = z.safeParse(editable.schema, error.problem?.current)
      const theirs = current.success ? (current.data as Version) : await readAgain()
      onTheirs?.(theirs)
      const mine = form.getValues()
      const merged = mergeEdit(editable, base, mine, theirs)
      // Their version moved on, but none of these fields did: there is nothing to decide, so save over it.
      if (merged.conflicts.length === 0 && merged.theirs.length === 0) await saveOver(theirs, mine)
      else setConflict({ theirs, mine })
      return
    }
    setFailure(error)
    sayRefusal(error, form.setError, editable)
    if (isApiError(error, 'forbidden')) await client.invalidateQueries({ queryKey: meQuery.queryKey })
    await onFailure?.(error)
  }

  const send = async ({ patch, base: { etag: ifMatch }, typed }: EditOutcome<Version, Values, Patch>) => {
    setFailure(undefined)
    if (patch === undefined) {
      say(m.editing_unchanged())
      return leave()
    }
    try {
      succeed(await save({ patch, ifMatch, idempotencyKey: keyOf([ifMatch, patch]) }), typed)
    } catch (error) {
      await fail(error).catch(setFailure)
    }
  }
  const submit = (event?: SubmitEvent) => void form.handleSubmit(send)(event)

  const cancel = () => {
    if (isSubmitting) return
    if (changedFields(editable, editable.valuesOf(base), form.getValues()).length > 0) setAsking(true)
    else leave()
  }

  const saveChoices = (choices: Choices) => {
    if (!conflict) return
    setConflict(undefined)
    void saveOver(conflict.theirs, chosenValues(mergeEdit(editable, base, conflict.mine, conflict.theirs), choices))
  }

  const pressKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (!isSave && event.key !== 'Escape') return
    event.preventDefault()
    if (isSave && !isSubmitting) submit()
    if (!isSave) cancel()
  }

  return (
    <div>
      {conflict ? (
        <EditConflict
          key={conflict.theirs.etag}
          editable={editable}
          subject={subject}
          theirs={conflict.theirs}
          merged={mergeEdit(editable, base, conflict.mine, conflict.theirs)}
          onSave={saveChoices}
          onKeepEditing={() => setConflict(undefined)}
        />
      ) : null}
      {/* The form hears the keys of its fields; it is no control itself. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        ref={element}
        noValidate
        hidden={conflict !== undefined}
        aria-label={texts.form()}
        onSubmit={submit}
        onKeyDown={pressKey}
      >
        <EditFailure errors={errors} failure={failure} refused={texts.refused()} />
        {children(form.control, base)}
        <FormActions isBusy={isSubmitting} onCancel={cancel} {...(saveLabel === undefined ? {} : { saveLabel })}>
          <EditChanges editable={editable} control={form.control} base={base} recordId={subject.id} />
        </FormActions>
      </form>
      <ConfirmDialog
        isOpen={isAsking}
        title={m.editing_discard_title()}
        subject={subject}
        confirmLabel={m.editing_discard()}
        isDestructive
        onConfirm={() => leave(true)}
        onCancel={() => setAsking(false)}
      >
        {texts.discard()}
      </ConfirmDialog>
    </div>
  )
}
