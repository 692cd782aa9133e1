import { useEffect } from 'react'
import { useWorkspace } from '#/workspace/workspace-context.ts'

/** Says that a form of a record is open, for as long as it is on the screen. */
export function useSayEditing(recordId: string, form: string) {
  const { editing } = useWorkspace()
  useEffect(() => {
    const entry = { recordId, form }
    editing.setState(({ forms }) => ({ forms: [...forms, entry] }))
    return () => editing.setState(({ forms }) => ({ forms: forms.filter((each) => each !== entry) }))
  }, [editing, recordId, form])
}
