import { latestPosition } from '#server/api/change-reader.ts'
import { changeId, type ChangeRow } from '#server/store/live-rows.ts'
import type { Store } from '#server/store/store.ts'

const rowsAtOnce = 1000
/** Whoever has so many events waiting does not keep up, and had better come back and read them page by page. */
const mostWaiting = 5000

/** One who follows the end of the log. */
export interface Follower {
  /** Resolves when everything that is written from now on will come. */
  ready: Promise<void>
  /** What came since the last time, in order; `undefined` when some of it was dropped. */
  take(): ChangeRow[] | undefined
  /** Resolves when there is something to take. */
  news(): Promise<void>
  end(): void
}

interface Waiting {
  ownerId: string
  rows: ChangeRow[] | undefined
  wake: () => void
}

/** Reads the end of the log whenever it may have grown: once, however many follow it. */
function createTail(store: Store) {
  const followers = new Set<Waiting>()
  let started: Promise<void> | undefined
  let unwatch: (() => void) | undefined
  let position = 0
  let reading: Promise<void> | undefined
  let isToldAgain = false

  const deliver = (rows: readonly ChangeRow[]) => {
    for (const follower of followers) {
      if (follower.rows && follower.rows.length + rows.length <= mostWaiting) follower.rows.push(...rows)
      else follower.rows = undefined
      follower.wake()
    }
  }
  const readOn = async () => {
    while (isToldAgain) {
      isToldAgain = false
      if (!started) return
      await started
      const where = { op: 'range', field: 'id', from: changeId(position + 1) } as const
      const { rows } = await store.find('changes', { where, limit: rowsAtOnce })
      position = rows.at(-1)?.seq ?? position
      isToldAgain ||= rows.length === rowsAtOnce
      if (rows.length > 0) deliver(rows)
    }
  }
  const look = () => {
    isToldAgain = true
    // When it fails nothing was passed over, and the next call comes soon.
    reading ??= readOn()
      .catch(() => undefined)
      .finally(() => {
        reading = undefined
        if (isToldAgain && started) look()
      })
  }
  const start = async () => {
    unwatch = store.watch(look)
    position = await latestPosition(store)
  }

  return {
    /** How many follow for one person. */
    countOf: (ownerId: string): number => [...followers].filter((follower) => follower.ownerId === ownerId).length,
    follow(ownerId: string): Follower {
      let wake = () => {}
      const own: Waiting = { ownerId, rows: [], wake: () => wake() }
      followers.add(own)
      started ??= start()
      return {
        ready: started,
        take: () => {
          const { rows } = own
          if (rows) own.rows = []
          return rows
        },
        news: async () =>
          new Promise((resolve) => {
            wake = resolve
            if (own.rows?.length !== 0) resolve()
          }),
        end: () => {
          followers.delete(own)
          if (followers.size > 0) return
          unwatch?.()
          started = undefined
        },
      }
    },
  }
}

const tails = new WeakMap<Store, ReturnType<typeof createTail>>()

/** The tail of a store's log. */
export function tailOf(store: Store): ReturnType<typeof createTail> {
  const tail = tails.get(store) ?? createTail(store)
  tails.set(store, tail)
  return tail
}
