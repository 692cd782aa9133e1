import { m } from '#/shared/i18n/generated/messages.js'
import { ConfirmDialog } from '#/shared/ui/confirm-dialog.tsx'
import { CustomerSubject } from '#/shared/ui/customer-subject.tsx'
import { recordName, useRecordTitles } from '#/workspace/record-titles.tsx'
import { useWorkspace, useWorkspaceState } from '#/workspace/workspace-context.ts'

/** Asks before records with unsaved edits close; one question names them all. */
export function CloseQuestion() {
  const workspace = useWorkspace()
  const titles = useRecordTitles()
  const asking = useWorkspaceState((state) => state.asking)
  const unsaved = useWorkspaceState((state) => state.unsaved)
  const subjects = (asking ?? [])
    .filter((id) => unsaved[id] !== undefined)
    .map((id) => ({ id, name: recordName(titles, id), number: titles.get(id)?.number ?? '' }))
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
      {subjects.length === 1 ? (
        m.workspace_close_question_text()
      ) : (
        <>
          <p>{m.workspace_close_question_many({ count: subjects.length })}</p>
          <ul>
            {subjects.map((subject) => (
              <li key={subject.id}>
                <CustomerSubject subject={subject} />
              </li>
            ))}
          </ul>
        </>
      )}
    </ConfirmDialog>
  )
}
