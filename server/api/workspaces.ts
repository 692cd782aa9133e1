import { deleteWorkspace, listWorkspaces, putWorkspace, rememberedWindows } from '#/contract/workspaces.ts'
import { done, ok } from '#server/api/answer.ts'
import type { Registry, WriteCall } from '#server/api/call.ts'
import { notFound } from '#server/api/refusal.ts'
import type { WorkspaceRow } from '#server/store/live-rows.ts'
import { DuplicateError } from '#server/store/store.ts'
import type { Reader } from '#server/store/store.ts'

/** How long the open records of a window are kept. */
export const workspacesMs = 30 * 24 * 60 * 60_000

/** What each window of a person has open. Like drafts it is the person's own, and no change of a customer. */
export function registerWorkspaces({ handle, handleWrite }: Registry): void {
  handle(listWorkspaces, async ({ store, identity }) => ok({ items: await windowsOf(store, identity.staff.id) }))

  handleWrite(putWorkspace, async (call) => {
    const place = placeOf(call)
    const row = { ...place, ...call.body(), at: call.now }
    const isKnown = await call.store.update('workspaces', row.id, row)
    if (!isKnown) await insert(call, row)
    const outdated = (await windowsOf(call.store, row.staffId)).slice(rememberedWindows)
    for (const { id } of outdated) await call.store.remove('workspaces', id)
    return ok(row)
  })

  handleWrite(deleteWorkspace, async (call) => {
    await call.store.remove('workspaces', placeOf(call).id)
    return done()
  })
}

async function windowsOf(store: Reader, staffId: string): Promise<WorkspaceRow[]> {
  const where = { op: 'in', field: 'staffId', values: [staffId] } as const
  return (await store.find('workspaces', { where, sort: [{ field: 'at', descending: true }] })).rows
}

function placeOf({ params: { windowId }, identity }: Pick<WriteCall<typeof deleteWorkspace>, 'params' | 'identity'>) {
  if (!/^[0-9a-z-]{1,16}$/.test(windowId)) throw notFound()
  const staffId = identity.staff.id
  return { id: `${staffId}.${windowId}`, staffId, windowId }
}

async function insert({ store }: WriteCall, row: WorkspaceRow): Promise<void> {
  try {
    await store.insert('workspaces', [row])
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
    await store.update('workspaces', row.id, row)
  }
}
