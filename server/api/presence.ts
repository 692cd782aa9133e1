import { listPresence, presenceMs, putPresence } from '#/contract/presence.ts'
import type { Presence } from '#/contract/presence.ts'
import { done, ok } from '#server/api/answer.ts'
import type { ReadCall, Registry, WriteCall } from '#server/api/call.ts'
import { invalid } from '#server/api/refusal.ts'
import { seesCustomer, visibleCustomer } from '#server/api/visibility.ts'
import type { PresenceRow } from '#server/store/live-rows.ts'
import { DuplicateError } from '#server/store/store.ts'

/** Who looks at which customer: no change of it, so it leaves no activity. */
export function registerPresence({ handle, handleWrite }: Registry): void {
  handleWrite(putPresence, async (call) => {
    const { store, now, identity } = call
    if (!call.deps.features.presence) return done()
    const { customerId, windowId = null, section = null, editing = false, itemId = null } = call.body()
    const id = `${identity.staff.id}.${windowId ?? '-'}`
    const before = await store.lock('presence', id)
    if (customerId === null) {
      if (before) await store.remove('presence', id)
      return done()
    }
    await requireVisible(call, customerId)
    const row = { id, staffId: identity.staff.id, customerId, section, editing, itemId, at: now }
    await write(call, row, before)
    return done()
  })

  handle(listPresence, async (call) => {
    const { id } = await visibleCustomer(call, call.params.id)
    return ok({ items: call.deps.features.presence ? await othersAt(call, id) : [] })
  })
}

async function requireVisible({ store, identity }: WriteCall, customerId: string): Promise<void> {
  const customer = await store.get('customers', customerId)
  if (customer && seesCustomer(identity, customer)) return
  throw invalid({ pointer: '/customerId', code: 'not-found', detail: 'There is no such customer' })
}

/** A beat changes the time alone. Who was away too long comes anew, and so does who looks at another customer. */
async function write({ store, now }: WriteCall, row: PresenceRow, before: PresenceRow | undefined): Promise<void> {
  const isStill = before?.customerId === row.customerId && before.at >= oldestAt(now)
  if (before && isStill) {
    const { section, editing, itemId } = before
    const isSame = section === row.section && editing === row.editing && itemId === row.itemId
    await store.update('presence', row.id, isSame ? { at: row.at } : row)
    return
  }
  if (before) await store.remove('presence', row.id)
  try {
    await store.insert('presence', [row])
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
    await store.update('presence', row.id, row)
  }
}

const oldestAt = (now: string) => new Date(Date.parse(now) - presenceMs).toISOString()

/** Each person once, however many windows: where they edit, else where they were last. */
async function othersAt({ store, now, identity }: ReadCall, customerId: string): Promise<Presence[]> {
  const { rows } = await store.find('presence', {
    where: {
      op: 'and',
      conditions: [
        { op: 'in', field: 'customerId', values: [customerId] },
        { op: 'range', field: 'at', from: oldestAt(now) },
        { op: 'not', condition: { op: 'in', field: 'staffId', values: [identity.staff.id] } },
      ],
    },
    sort: [{ field: 'editing' }, { field: 'at' }],
  })
  const rowOf = new Map(rows.map((row) => [row.staffId, row]))
  const staff = await store.getMany('staff', [...rowOf.keys()])
  return staff
    .flatMap(({ id, displayName }) => {
      const row = rowOf.get(id)
      return row ? [{ ...row, displayName }] : []
    })
    .toSorted((a, b) => (a.staffId < b.staffId ? -1 : 1))
}
