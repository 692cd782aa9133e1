import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { caseSchema, caseStatuses, type Case } from '#/contract/cases.ts'
import { statusOptions } from '#/customers/cases/case-text.ts'
import { saveCaseMutation, type CasePatch } from '#/customers/cases/save-case.ts'
import { statusForm } from '#/customers/cases/use-case-forms.ts'
import { useCaseRefresh } from '#/customers/cases/use-case-refresh.ts'
import type { CheckedEdit, Editable } from '#/customers/editing/editable.ts'
import { RecordEditor, type Edit } from '#/customers/editing/record-editor.tsx'
import { useSubject } from '#/customers/record/use-subject.ts'
import { SelectField } from '#/shared/form/select-field.tsx'
import { TextField } from '#/shared/form/text-field.tsx'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { FieldArea, FieldGrid } from '#/shared/ui/field-list.tsx'

interface StatusValues {
  status: string
  comment: string
}
const fields = ['status', 'comment'] as const
const longest = 10_000

const statusValues = ({ status }: Case): StatusValues => ({ status: status.code, comment: '' })

async function checkStatus(base: Case, values: StatusValues): Promise<CheckedEdit<StatusValues, CasePatch>> {
  const comment = values.comment.trim()
  const status = caseStatuses.find((known) => known === values.status)
  if (values.status === base.status.code) {
    return { patch: undefined, errors: comment === '' ? {} : { status: m.cases_status_same() } }
  }
  if (status === undefined) return { patch: undefined, errors: { status: 'not-allowed' } }
  if (comment.length > longest) {
    return { patch: undefined, errors: { comment: m.errors_field_too_long_by({ maximum: longest }) } }
  }
  return { patch: { status, ...(comment === '' ? {} : { comment }) }, errors: {} }
}

const statusEditable = (caseId: string): Editable<Case, StatusValues, CasePatch> => ({
  form: statusForm(caseId),
  fields,
  valuesOf: statusValues,
  check: checkStatus,
  schema: caseSchema,
  label: (field) => (field === 'status' ? m.cases_field_status() : m.cases_field_comment()),
  text: (field, value) => (field === 'status' ? codeLabel('caseStatus', String(value)) : String(value)),
  texts: {
    form: m.cases_change_status,
    saved: m.cases_status_saved,
    conflict: m.cases_conflict,
    discard: m.cases_status_discard,
    refused: m.cases_status_refused,
  },
})

export interface StatusEditorProps {
  customerId: string
  /** The version that the edit starts from. */
  version: Case
  /** The newest version that was read. */
  current: Case | undefined
  /** The status that is proposed; the present one unless told. */
  proposed: string | undefined
  reason: string | undefined
  onDone: (hadFocus: boolean) => void
}

/** Another status for a case, with a comment if wanted: closes it and opens it again. */
export function StatusEditor({ customerId, version, current, proposed, reason, onDone }: StatusEditorProps) {
  const subject = useSubject(customerId)
  const { mutateAsync: change } = useMutation(saveCaseMutation(customerId))
  const { readAgain, onTheirs, onFailure } = useCaseRefresh(customerId, version.id)
  const [editable] = useState(() => statusEditable(version.id))
  const save = async ({ patch, ifMatch, idempotencyKey }: Edit<CasePatch>) =>
    change({ caseId: version.id, patch, ifMatch, idempotencyKey })
  return (
    <RecordEditor
      editable={editable}
      version={version}
      current={current}
      start={proposed === undefined ? undefined : { status: proposed, comment: '' }}
      subject={subject}
      save={save}
      readAgain={readAgain}
      onTheirs={onTheirs}
      onFailure={onFailure}
      lost={reason === undefined ? undefined : { text: reason, isReadOnly: true }}
      onDone={onDone}
    >
      {(control) => (
        <FieldArea style={{ paddingLeft: 10 }}>
          <FieldGrid>
            <SelectField
              control={control}
              name="status"
              label={m.cases_field_status()}
              options={statusOptions()}
              isRequired
              isWide
            />
            <TextField
              control={control}
              name="comment"
              label={m.cases_field_comment()}
              hint={m.cases_comment_hint()}
              isMultiline
              isWide
            />
          </FieldGrid>
        </FieldArea>
      )}
    </RecordEditor>
  )
}
