import { presenceMs } from '#/contract/presence.ts'
import { restorableMs } from '#server/api/addresses.ts'
import { forgetChanges } from '#server/api/change-reader.ts'
import { draftsMs } from '#server/api/drafts.ts'
import { databaseFileVault } from '#server/api/file-vault.ts'
import { keepMs } from '#server/api/idempotency.ts'
import { workspacesMs } from '#server/api/workspaces.ts'
import type { CollectionName } from '#server/store/rows.ts'
import type { Condition, Store } from '#server/store/store.ts'

const hourMs = 60 * 60_000
const perTransaction = 200

async function removeAll<C extends CollectionName>(store: Store, collection: C, where: Condition<C>): Promise<void> {
  for (;;) {
    const { rows } = await store.find(collection, { where, limit: perTransaction })
    if (rows.length === 0) return
    await store.transaction(async (transaction) => {
      for (const { id } of rows) await transaction.remove(collection, id)
    })
  }
}

/** How long it can be looked up what another system was told. */
export const outboxMs = 30 * 24 * hourMs

/** Jobs stay to be looked up when their files are gone. */
async function removeFilesOfJobs(store: Store, expiredBefore: string): Promise<void> {
  const where: Condition<'jobs'> = {
    op: 'and',
    conditions: [
      { op: 'range', field: 'expiresAt', to: expiredBefore },
      { op: 'not', condition: { op: 'in', field: 'fileId', values: [null] } },
    ],
  }
  for (const { id, fileId, version } of (await store.find('jobs', { where })).rows) {
    await store.transaction(async (transaction) => {
      if (fileId !== null) await databaseFileVault.remove(transaction, fileId)
      await transaction.update('jobs', id, { fileId: null, version: version + 1 })
    })
  }
}

/** Notes deleted for good keep their place, so that no other note is ever given their number. */
async function emptyNotes(store: Store, deletedBefore: string): Promise<void> {
  const where: Condition<'notes'> = {
    op: 'and',
    conditions: [
      { op: 'range', field: 'deletedAt', to: deletedBefore },
      { op: 'not', condition: { op: 'in', field: 'content', values: [''] } },
    ],
  }
  for (;;) {
    const { rows } = await store.find('notes', { where, limit: perTransaction })
    if (rows.length === 0) return
    await store.transaction(async (transaction) => {
      for (const { id, fileId } of rows) {
        if (fileId !== null) await databaseFileVault.remove(transaction, fileId)
        await transaction.update('notes', id, { content: '', attachment: null, fileId: null })
      }
    })
  }
}

/**
 * Removes what nobody can use any more: ended sessions, addresses deleted for good, keys and news that no longer count,
 * unsaved work that nobody came back to, and changes of long ago.
 */
export async function sweep(store: Store, now: number): Promise<void> {
  const before = (milliseconds: number) => new Date(milliseconds).toISOString()
  await removeAll(store, 'sessions', { op: 'range', field: 'expiresAt', to: before(now) })
  await removeAll(store, 'addresses', { op: 'range', field: 'deletedAt', to: before(now - restorableMs) })
  await removeFilesOfJobs(store, before(now))
  await removeAll(store, 'jobs', { op: 'range', field: 'createdAt', to: before(now - outboxMs) })
  await emptyNotes(store, before(now - restorableMs))
  await removeAll(store, 'idempotencyKeys', { op: 'range', field: 'createdAt', to: before(now - keepMs) })
  await removeAll(store, 'outbox', { op: 'range', field: 'createdAt', to: before(now - outboxMs) })
  await removeAll(store, 'drafts', { op: 'range', field: 'at', to: before(now - draftsMs) })
  await removeAll(store, 'workspaces', { op: 'range', field: 'at', to: before(now - workspacesMs) })
  await removeAll(store, 'presence', { op: 'range', field: 'at', to: before(now - presenceMs) })
  await forgetChanges(store, now)
}

/** Sweeps now and every hour; the function that comes back ends it and waits for a sweep that runs. */
export function keepHouse(store: Store, now: () => number, onFailure: (error: unknown) => void): () => Promise<void> {
  let running = Promise.resolve()
  const run = () => {
    running = running.then(() => sweep(store, now())).catch(onFailure)
  }
  run()
  const timer = setInterval(run, hourMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
