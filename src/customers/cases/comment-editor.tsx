import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { caseSchema, type Case } from '#/contract/cases.ts'
import { blankCase } from '#/customers/cases/case-values.ts'
import { addCommentMutation } from '#/customers/cases/save-case.ts'
import { commentForm } from '#/customers/cases/use-case-forms.ts'
import { useCaseRefresh } from '#/customers/cases/use-case-refresh.ts'
import type { CheckedEdit, Editable } from '#/customers/editing/editable.ts'
import { RecordEditor, type Edit } from '#/customers/editing/record-editor.tsx'
import { useSubject } from '#/customers/record/use-subject.ts'
import { TextField } from '#/shared/form/text-field.tsx'
import { m } from '#/shared/i18n/generated/messages.js'
import { FieldArea, FieldGrid } from '#/shared/ui/field-list.tsx'

interface CommentValues {
  content: string
}
const blank: CommentValues = { content: '' }
const longest = 10_000

/** A comment is never there already: it stands over no version of anything. */
const nothing = blankCase()

async function checkComment(_: Case, { content }: CommentValues): Promise<CheckedEdit<CommentValues, CommentValues>> {
  const typed = content.trim()
  if (typed === '') return { patch: undefined, errors: { content: 'required' } }
  if (typed.length > longest) {
    return { patch: undefined, errors: { content: m.errors_field_too_long_by({ maximum: longest }) } }
  }
  return { patch: { content: typed }, errors: {} }
}

const commentEditable = (caseId: string): Editable<Case, CommentValues, CommentValues> => ({
  form: commentForm(caseId),
  fields: ['content'],
  valuesOf: () => blank,
  blank,
  check: checkComment,
  schema: caseSchema,
  label: () => m.cases_field_comment(),
  text: (_, value) => String(value),
  texts: {
    form: m.cases_new_comment,
    saved: m.cases_comment_added,
    conflict: m.cases_conflict,
    discard: m.cases_comment_discard,
    refused: m.cases_comment_refused,
  },
})

export interface CommentEditorProps {
  customerId: string
  caseId: string
  /** Why nothing may be said about it any more. */
  reason: string | undefined
  onDone: (hadFocus: boolean) => void
}

/** The form of a new comment. Comments of others do not touch what is typed in it. */
export function CommentEditor({ customerId, caseId, reason, onDone }: CommentEditorProps) {
  const subject = useSubject(customerId)
  const { mutateAsync: add } = useMutation(addCommentMutation(customerId))
  const { onFailure } = useCaseRefresh(customerId, caseId)
  const [editable] = useState(() => commentEditable(caseId))
  const save = async ({ patch: { content }, idempotencyKey }: Edit<CommentValues>) => {
    await add({ caseId, content, idempotencyKey })
    return nothing
  }
  return (
    <RecordEditor
      editable={editable}
      version={nothing}
      subject={subject}
      save={save}
      readAgain={async () => nothing}
      onFailure={onFailure}
      lost={reason === undefined ? undefined : { text: reason, isReadOnly: true }}
      onDone={onDone}
    >
      {(control) => (
        <FieldArea style={{ paddingLeft: 10 }}>
          <FieldGrid>
            <TextField control={control} name="content" label={m.cases_field_comment()} isRequired isMultiline isWide />
          </FieldGrid>
        </FieldArea>
      )}
    </RecordEditor>
  )
}
