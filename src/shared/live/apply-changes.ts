import type { QueryClient } from '@tanstack/react-query'
import type { ChangeEvent } from '#/contract/changes.ts'
import type { Affected, ChangeRules, Consequences } from '#/shared/live/change-rules.ts'
import { createRefresher } from '#/shared/live/refresh-queries.ts'

/** Changes of one moment are taken together; windows do not all ask in the same one. In milliseconds. */
const gatherMs = { least: 10, spread: 40 }
/** While changes keep coming, what is shown is read again this often. */
const everyMs = 250
/** The answer to an own change may come after the word of it; it is waited for this long. */
const ownAnswerMs = 300
/** After a word that anything may have changed, windows ask within this time. */
const resetSpreadMs = 1500

interface Pending {
  event: ChangeEvent
  heardAt: number
  isOld: boolean
}

interface Options {
  client: QueryClient
  rules: ChangeRules
  /** Who is signed in. */
  personId: () => string | undefined
  /** Whether somebody looks: if not, nothing is read until they do. */
  isAttended: () => boolean
  random?: () => number
}

/**
 * Keeps what is shown as it is on the server. Only queries in use are read again, each once for many changes; the others
 * are marked, and read when they are shown. What shows a change already is left alone.
 */
export function createChangeApplier({ client, rules, personId, isAttended, random = Math.random }: Options) {
  const refresher = createRefresher(client, isAttended)
  /** By resource: only the last version of each counts. */
  let pending = new Map<string, Pending>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let resetTimer: ReturnType<typeof setTimeout> | undefined
  let lastAt = Number.NEGATIVE_INFINITY

  const schedule = () => {
    const wait = gatherMs.least + random() * gatherMs.spread
    timer ??= setTimeout(flush, Math.max(wait, lastAt + everyMs - performance.now()))
  }
  const isOwn = ({ actor }: ChangeEvent) => actor.id !== null && actor.id === personId()
  const showsIt = ({ queryKey, shows }: Affected) =>
    shows !== undefined && client.getQueriesData({ queryKey }).some(([, data]) => data !== undefined && shows(data))
  const isRead = ({ queryKey }: Affected) => client.getQueriesData({ queryKey }).some(([, data]) => data !== undefined)

  const flush = () => {
    timer = undefined
    lastAt = performance.now()
    const taken = pending
    pending = new Map()
    for (const [key, each] of taken) {
      const isAnswerDue = lastAt - each.heardAt < ownAnswerMs && client.isMutating() > 0 && isOwn(each.event)
      if (isAnswerDue) pending.set(key, each)
      else apply(each)
    }
    if (pending.size > 0) schedule()
  }
  const apply = ({ event, heardAt, isOld }: Pending) => {
    const consequences: Consequences = rules[event.resource.type]?.(event, isOwn(event)) ?? {}
    const { source, others = [] } = consequences
    const isKnown = source !== undefined && showsIt(source)
    if (isKnown && (isOld || isOwn(event))) return
    // Before the connection nothing was missed of what is not here, nor of what nobody can tell.
    if (isOld && (source?.shows === undefined || !isRead(source))) return
    for (const affected of source && !isKnown ? [source, ...others] : others) refresher.refresh(affected, heardAt)
  }

  return {
    take: (events: readonly ChangeEvent[], isOld = false) => {
      const heardAt = performance.now()
      for (const event of events) {
        const { type, id } = event.resource
        const isVersion = /\.(created|updated|deleted)$/.test(event.type)
        const key = `${isVersion ? type : event.type} ${id} ${event.customerId ?? ''}`
        // Anew at the end: what came last is applied last.
        pending.delete(key)
        pending.set(key, { event, heardAt, isOld })
      }
      schedule()
    },
    /** Anything may have changed. */
    reset: () => {
      const heardAt = performance.now()
      clearTimeout(resetTimer)
      resetTimer = setTimeout(() => refresher.refresh({ queryKey: [] }, heardAt), random() * resetSpreadMs)
    },
    /** Somebody looks again: reads what changed meanwhile. */
    catchUp: () => refresher.catchUp(),
    stop: () => {
      clearTimeout(timer)
      clearTimeout(resetTimer)
      refresher.stop()
    },
  }
}
