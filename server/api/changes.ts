import { listChanges } from '#/contract/changes.ts'
import { ok } from '#server/api/answer.ts'
import type { Registry } from '#server/api/call.ts'
import { eventOf, latestPosition, readLog } from '#server/api/change-reader.ts'
import { streamChanges } from '#server/api/change-stream.ts'
import { tailOf } from '#server/api/change-tail.ts'
import { defaultLimit } from '#server/api/page.ts'
import { invalidParameter, Refusal } from '#server/api/refusal.ts'

/** More windows than anybody has; each browser has one stream, whatever its windows. */
const streamsOfOne = 50

/** What happened, in order: ids only. */
export function registerChanges({ handle, handleStream }: Registry): void {
  handle(listChanges, async ({ store, identity, query }) => {
    const { after, limit = defaultLimit, ...filter } = query
    if (after === undefined) return ok({ items: [], next: await latestPosition(store), hasMore: false })
    const page = await readLog(store, { identity, filter, after, limit })
    if (!page) throw new Refusal('cursor-expired')
    return ok({ items: page.rows.map(eventOf), next: page.next, hasMore: page.hasMore })
  })

  handleStream(listChanges, async (call) => {
    if (!call.deps.features.liveUpdates) throw new Refusal('not-acceptable')
    if (tailOf(call.deps.store).countOf(call.identity.staff.id) >= streamsOfOne) {
      throw new Refusal('too-many-requests', {}, { 'Retry-After': '5' })
    }
    const { after, limit: _limit, ...filter } = call.query
    return streamChanges(call, { after: lastEventId(call.request) ?? after, filter })
  })
}

/** Where a browser goes on by itself after it lost the connection: its address names the position of long ago. */
function lastEventId({ headers }: Request): number | undefined {
  const given = headers.get('last-event-id')
  if (given === null || given === '') return undefined
  if (/^\d{1,15}$/.test(given)) return Number(given)
  throw invalidParameter({ parameter: 'Last-Event-ID', code: 'invalid', detail: 'Not a position' })
}
