import { resetEvent } from '#server/api/change-log.ts'
import type { Store, Transaction } from '#server/store/store.ts'

/** So often at most everybody who looks at the data is told to read it again. */
const pauseMs = 10_000

/**
 * Tells those who look at the data that an import changes it: not record by record, but now and then that anything may
 * be different. It goes with a batch, so that an import that is killed leaves no more untold than the last seconds.
 */
export function createTeller({ source, now }: { source: string; now: () => number }) {
  let toldAt = -Infinity
  let isUntold = false
  const event = () => resetEvent({ actor: { type: 'importer', id: source }, now: new Date(now()).toISOString() })

  return {
    /** To be called last within the transaction of a batch that changed something. */
    batch: async (transaction: Transaction): Promise<void> => {
      isUntold = true
      if (now() - toldAt < pauseMs) return
      await transaction.append([event()])
      toldAt = now()
      isUntold = false
    },
    /** To be called at the end, however it came. */
    rest: async (store: Store): Promise<void> => {
      if (isUntold) await store.transaction(async (transaction) => transaction.append([event()]))
      isUntold = false
    },
  }
}
