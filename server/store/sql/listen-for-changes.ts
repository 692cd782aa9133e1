import { Client } from 'pg'
import { changesChannel } from '#server/store/sql/append-changes.ts'

const firstPauseMs = 250
const longestPauseMs = 10_000
/** Looks without being told so often: a lost connection may take long to show, and some poolers pass no news on. */
const lookEveryMs = 3000

/**
 * One connection of its own that hears of changes by any process on this database. The news is only a reason to look, so
 * one that is lost costs time and nothing else; after each new connection it calls back because some may have been.
 */
export function listenForChanges(databaseUrl: string, tell: () => void) {
  let client: Client | undefined
  let retry: NodeJS.Timeout | undefined
  let looking: NodeJS.Timeout | undefined
  let isStopped = false

  const connect = async (pauseMs: number): Promise<void> => {
    const own = new Client({
      connectionString: databaseUrl,
      application_name: 'customer-workspace changes',
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    })
    client = own
    let isLost = false
    const lose = (nextPauseMs: number) => {
      if (isLost) return
      isLost = true
      own.end().catch(() => undefined)
      if (isStopped) return
      retry = setTimeout(() => void connect(Math.min(nextPauseMs * 2, longestPauseMs)), nextPauseMs)
      retry.unref()
    }
    own.on('notification', tell)
    own.on('error', () => lose(firstPauseMs))
    own.on('end', () => lose(firstPauseMs))
    try {
      await own.connect()
      await own.query(`listen ${changesChannel}`)
      tell()
    } catch {
      lose(pauseMs)
    }
  }

  return {
    start: (): void => {
      if (isStopped || looking) return
      looking = setInterval(tell, lookEveryMs)
      looking.unref()
      void connect(firstPauseMs)
    },
    stop: async (): Promise<void> => {
      isStopped = true
      clearInterval(looking)
      clearTimeout(retry)
      await client?.end().catch(() => undefined)
    },
  }
}
