import { styled } from '@mui/material/styles'
import { m } from '#/shared/i18n/generated/messages.js'
import { ConfirmDialog } from '#/shared/ui/confirm-dialog.tsx'
import { CustomerSubject, type Subject } from '#/shared/ui/customer-subject.tsx'
import { recordName, useRecordTitles } from '#/workspace/record-titles.tsx'
import { useWorkspace, useWorkspaceState } from '#/workspace/workspace-context.ts'

const List = styled('ul')({ display: 'grid', gap: 4, listStyle: 'none', padding: '8px 0 0' })

/** Those of the records that hold unsaved edits. */
function useUnsavedSubjects(ids: readonly string[]): Subject[] {
  const titles = useRecordTitles()
  const unsaved = useWorkspaceState((state) => state.unsaved)
  return ids
    .filter((id) => unsaved[id] !== undefined)
    .map((id) => ({ id, name: recordName(titles, id), number: titles.get(id)?.number ?? '' }))
}

function LossOf({ subjects }: { subjects: readonly Subject[] }) {
  return (
    <>
      <p>{m.workspace_close_question_many({ count: subjects.length })}</p>
      <List>
        {subjects.map((subject) => (
          <li key={subject.id}>
            <CustomerSubject subject={subject} />
          </li>
        ))}
      </List>
    </>
  )
}

/** What would be lost if the window were left now. */
export function UnsavedSubjects() {
  const records = useWorkspaceState((state) => state.records)
  return <LossOf subjects={useUnsavedSubjects(records.map(({ id }) => id))} />
}

/** Asks before records with unsaved edits close; one question names them all. */
export function CloseQuestion() {
  const workspace = useWorkspace()
  const asking = useWorkspaceState((state) => state.asking)
  const subjects = useUnsavedSubjects(asking ?? [])
  const [only] = subjects
  return (
    <ConfirmDialog
      isOpen={asking !== null}
      title={m.workspace_close_question()}
      subject={subjects.length === 1 ? only : undefined}
      confirmLabel={m.workspace_discard()}
      isDestructive
      onConfirm={() => workspace.answerClose(true)}
      onCancel={() => workspace.answerClose(false)}
    >
      {subjects.length === 1 ? m.workspace_close_question_text() : <LossOf subjects={subjects} />}
    </ConfirmDialog>
  )
}
