import { styled } from '@mui/material/styles'
import { useShallow } from 'zustand/react/shallow'
import { m } from '#/shared/i18n/generated/messages.js'
import { Button } from '#/shared/ui/button.tsx'
import { ConfirmDialog } from '#/shared/ui/confirm-dialog.tsx'
import { CustomerSubject, type Subject } from '#/shared/ui/customer-subject.tsx'
import { draftsIn, unstoredRecords, useDrafts, useDraftsState } from '#/workspace/drafts/drafts.ts'
import { recordName, useRecordTitles } from '#/workspace/record-titles.tsx'
import { useWorkspace, useWorkspaceState } from '#/workspace/workspace-context.ts'

const List = styled('ul')({ display: 'grid', gap: 4, listStyle: 'none', padding: '8px 0 0' })

function useSubjects(ids: readonly string[]): Subject[] {
  const titles = useRecordTitles()
  return ids.map((id) => ({ id, name: recordName(titles, id), number: titles.get(id)?.number ?? '' }))
}

function SubjectList({ subjects }: { subjects: readonly Subject[] }) {
  return (
    <List>
      {subjects.map((subject) => (
        <li key={subject.id}>
          <CustomerSubject subject={subject} />
        </li>
      ))}
    </List>
  )
}

/** What would be lost if the window were left now. */
export function UnstoredSubjects() {
  const unsaved = useWorkspaceState((state) => state.unsaved)
  const ids = useDraftsState(useShallow((state) => unstoredRecords(state, unsaved)))
  const subjects = useSubjects(ids)
  return (
    <>
      <p>{m.workspace_loss({ count: subjects.length })}</p>
      <SubjectList subjects={subjects} />
    </>
  )
}

/** Asks before records with unsaved edits close, whether they are kept as drafts; one question names them all. */
export function CloseQuestion() {
  const workspace = useWorkspace()
  const drafts = useDrafts()
  const asking = useWorkspaceState((state) => state.asking)
  const unsaved = useWorkspaceState((state) => state.unsaved)
  const subjects = useSubjects((asking ?? []).filter((id) => unsaved[id] !== undefined))
  const [only] = subjects

  const discard = () => {
    const state = drafts.store.getState()
    const bringBack = drafts.engine?.discard(
      (asking ?? []).flatMap((id) => draftsIn(state, id).map(({ place }) => place)),
    )
    workspace.answerClose(true, bringBack)
  }
  return (
    <ConfirmDialog
      isOpen={asking !== null}
      title={m.workspace_close_question()}
      subject={subjects.length === 1 ? only : undefined}
      confirmLabel={m.workspace_discard()}
      isDestructive
      onConfirm={discard}
      onCancel={() => workspace.answerClose(false)}
      extraActions={<Button onClick={() => workspace.answerClose(true)}>{m.workspace_keep_drafts()}</Button>}
    >
      <p>{m.workspace_close_question_text({ count: subjects.length })}</p>
      {subjects.length > 1 ? <SubjectList subjects={subjects} /> : null}
    </ConfirmDialog>
  )
}
