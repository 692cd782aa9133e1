import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { listWorkspaces, putWorkspace } from '#/contract/workspaces.ts'
import { api } from '#/shared/api/api.ts'
import { configQuery } from '#/shared/session/config.queries.ts'
import { WorkspaceKeeper } from '#/workspace/stored/workspace-keeper.ts'
import { useWorkspace } from '#/workspace/workspace-context.ts'
import type { Workspace } from '#/workspace/workspace.ts'

/** Windows of this browser that are open now: each holds the lock of its id. */
async function openWindows(): Promise<string[]> {
  const { held = [] } = (await navigator.locks?.query()) ?? {}
  return held.flatMap(({ name = '' }) => (name.startsWith('window-') ? [name.slice('window-'.length)] : []))
}

function keeperOf(workspace: Workspace, client: QueryClient, windowId: string): WorkspaceKeeper {
  return new WorkspaceKeeper({
    workspace,
    windowId,
    openWindows,
    list: async () => {
      const queryFn = () => api(listWorkspaces)
      return (await client.fetchQuery({ queryKey: ['workspaces'], queryFn, gcTime: 0 })).items
    },
    put: (body, isLast) => api(putWorkspace, { path: { windowId }, body, keepalive: isLast }),
  })
}

async function takeLimit(workspace: Workspace, client: QueryClient) {
  const config = await client.fetchQuery(configQuery).catch(() => undefined)
  if (config) workspace.store.setState({ limit: config.limits.openRecords })
}

async function startKeeper(workspace: Workspace, client: QueryClient, id: Promise<string>, signal: AbortSignal) {
  const keeper = keeperOf(workspace, client, await id)
  if (signal.aborted) return
  const leave = () => void keeper.flush(true)
  window.addEventListener('pagehide', leave, { signal })
  document.addEventListener('visibilitychange', () => document.hidden && leave(), { signal })
  signal.addEventListener('abort', () => keeper.stop())
  workspace.keeper = keeper
  await Promise.all([keeper.start(), takeLimit(workspace, client)])
}

/** Stores what is open in this window, and takes the limit of open records from the installation. */
export function useWorkspaceKeeper() {
  const workspace = useWorkspace()
  const client = useQueryClient()

  useEffect(() => {
    const keeping = new AbortController()
    if (workspace.windowId) void startKeeper(workspace, client, workspace.windowId, keeping.signal)
    return () => keeping.abort()
  }, [workspace, client])
}
