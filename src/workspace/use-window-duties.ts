import { useEffect, useLayoutEffect } from 'react'
import { m } from '#/shared/i18n/generated/messages.js'
import { usePreferences } from '#/shared/session/preferences.ts'
import { useNotices } from '#/shared/ui/notice-region.tsx'
import { unstoredRecords, useDrafts, useDraftsState } from '#/workspace/drafts/drafts.ts'
import { useWorkspace, useWorkspaceState } from '#/workspace/workspace-context.ts'

/** What the window owes its records: keep views over a reload, warn before what is not stored is lost, say what was left out. */
export function useWindowDuties() {
  const workspace = useWorkspace()
  const notices = useNotices()
  const drafts = useDrafts()
  const unsaved = useWorkspaceState((state) => state.unsaved)
  const hasUnstored = useDraftsState((state) => unstoredRecords(state, unsaved).length > 0)
  const dropped = useWorkspaceState((state) => state.dropped)

  const { startSection } = usePreferences()
  useLayoutEffect(() => workspace.startOn(startSection), [workspace, startSection])

  useEffect(() => {
    const keep = () => workspace.keepViews()
    // A browser may read the entry for a reload before `pagehide`, and a phone knows nothing of `beforeunload`.
    for (const moment of ['beforeunload', 'pagehide']) window.addEventListener(moment, keep)
    return () => {
      for (const moment of ['beforeunload', 'pagehide']) window.removeEventListener(moment, keep)
    }
  }, [workspace])

  useEffect(() => () => drafts.engine?.stop(), [drafts])

  useEffect(() => {
    if (!hasUnstored) return undefined
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [hasUnstored])

  useEffect(() => {
    if (dropped === 0) return
    notices.show({ kind: 'info', text: m.workspace_dropped({ count: dropped }) })
    workspace.dropNoticed()
  }, [dropped, notices, workspace])
}
