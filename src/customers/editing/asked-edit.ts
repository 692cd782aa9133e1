import { useEffect } from 'react'
import type { Workspace } from '#/workspace/workspace.ts'
import { useWorkspace } from '#/workspace/workspace-context.ts'

/** An edit that was asked for elsewhere, to start as soon as its section is there. */
interface AskedEdit {
  recordId: string
  /** The section with the form. */
  form: string
  /** Which of the things of the section. */
  itemId?: string | undefined
}

/** Whoever waits longer for a section than this many milliseconds has turned to something else. */
const patience = 10_000

const asked = new WeakMap<Workspace, AskedEdit & { at: number }>()

/** Asks for an edit; it starts where `useAskedEdit` is told that it can. */
export const askEdit = (workspace: Workspace, edit: AskedEdit) =>
  asked.set(workspace, { ...edit, at: performance.now() })

/** Starts the edit that was asked for of this form, once; `start` is given as soon as it can. */
export function useAskedEdit(recordId: string, form: string, start: ((itemId?: string) => void) | undefined) {
  const workspace = useWorkspace()
  useEffect(() => {
    const edit = asked.get(workspace)
    if (!start || edit?.recordId !== recordId || edit.form !== form) return
    asked.delete(workspace)
    if (performance.now() - edit.at < patience) start(edit.itemId)
  })
}
