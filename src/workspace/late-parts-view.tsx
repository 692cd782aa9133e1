import { useWorkspaceKeeper } from '#/workspace/stored/use-workspace-keeper.ts'
import { useDraftEngine } from '#/workspace/drafts/use-draft-engine.ts'
import { ShortcutBindings } from '#/workspace/shortcut-bindings.ts'
import { WorkspaceNews } from '#/workspace/workspace-news.tsx'

/** The loaded part of `LateParts`. */
export function LatePartsView() {
  useWorkspaceKeeper()
  useDraftEngine()
  return (
    <>
      <ShortcutBindings />
      <WorkspaceNews />
    </>
  )
}
