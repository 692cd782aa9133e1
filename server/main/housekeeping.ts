import { restorableMs } from '#server/api/addresses.ts'
import { keepMs } from '#server/api/idempotency.ts'
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

/** Removes what nobody can use any more: ended sessions, addresses deleted for good, keys and news that no longer count. */
export async function sweep(store: Store, now: number): Promise<void> {
  const before = (milliseconds: number) => new Date(milliseconds).toISOString()
  await removeAll(store, 'sessions', { op: 'range', field: 'expiresAt', to: before(now) })
  await removeAll(store, 'addresses', { op: 'range', field: 'deletedAt', to: before(now - restorableMs) })
  await removeAll(store, 'idempotencyKeys', { op: 'range', field: 'createdAt', to: before(now - keepMs) })
  await removeAll(store, 'outbox', { op: 'range', field: 'createdAt', to: before(now - outboxMs) })
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
