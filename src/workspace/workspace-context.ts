import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { WorkspaceState } from '#/workspace/workspace-state.ts'
import type { Workspace } from '#/workspace/workspace.ts'

const WorkspaceContext = createContext<Workspace | null>(null)
export const WorkspaceProvider = WorkspaceContext.Provider

/** The workspace of this window. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext)
  if (!workspace) throw new Error('useWorkspace needs a WorkspaceProvider')
  return workspace
}

/** Part of the state of the workspace; renders again when that part changes. */
export function useWorkspaceState<T>(select: (state: WorkspaceState) => T): T {
  return useStore(useWorkspace().store, select)
}
