import { useEffect } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { useNotices } from '#/shared/ui/notice-region.tsx'
import { useWorkspace, useWorkspaceState } from '#/workspace/workspace-context.ts'

/** What the window owes its records: keep views over a reload, warn before unsaved edits are lost, say what was left out. */
export function useWindowDuties() {
  const workspace = useWorkspace()
  const notices = useNotices()
  const hasUnsaved = useWorkspaceState((state) => Object.keys(state.unsaved).length > 0)
  const dropped = useWorkspaceState((state) => state.dropped)

  useEffect(() => {
    const keep = () => workspace.keepViews()
    // A browser may read the entry for a reload before `pagehide`, and a phone knows nothing of `beforeunload`.
    for (const moment of ['beforeunload', 'pagehide']) window.addEventListener(moment, keep)
    return () => {
      for (const moment of ['beforeunload', 'pagehide']) window.removeEventListener(moment, keep)
    }
  }, [workspace])

  useEffect(() => {
    if (!hasUnsaved) return undefined
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [hasUnsaved])

  useEffect(() => {
    if (dropped === 0) return
    notices.show({ kind: 'info', text: m.workspace_dropped({ count: dropped }) })
    workspace.dropNoticed()
  }, [dropped, notices, workspace])
}
