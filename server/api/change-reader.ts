import type { ChangeEvent } from '#/contract/changes.ts'
import type { Identity } from '#server/api/deps.ts'
import { seesAllScopes, seesCustomer, visibleCustomers } from '#server/api/visibility.ts'
import { changeId, type ChangeRow } from '#server/store/live-rows.ts'
import type { Condition, Reader, Store } from '#server/store/store.ts'

/** How long the log reaches back. */
export const logMs = 7 * 24 * 60 * 60_000

const perTransaction = 500
/** The setting that keeps up to which position the log was forgotten. */
const forgottenSetting = 'forgottenChanges'

/** The position of now: whoever goes on from it misses nothing that happens later. */
export async function latestPosition(store: Reader): Promise<number> {
  const { rows } = await store.find('changes', { sort: [{ field: 'id', descending: true }], limit: 1 })
  return rows[0]?.seq ?? (await forgottenPosition(store))
}

async function forgottenPosition(store: Reader): Promise<number> {
  const setting = await store.get('settings', forgottenSetting)
  return typeof setting?.value === 'number' ? setting.value : 0
}

/** A log that begins anew after the position; whoever comes with an earlier one is told so. */
export const forgottenUpTo = (seq: number) => ({ id: forgottenSetting, value: seq })

export interface ChangeFilter {
  customerId?: readonly string[] | undefined
  resourceType?: readonly string[] | undefined
}

interface Reading {
  identity: Identity
  filter: ChangeFilter
  after: number
  limit: number
}

interface LogPage {
  rows: ChangeRow[]
  /** Where to go on. */
  next: number
  hasMore: boolean
}

/** A part of the log as the person may see it; nothing when it does not reach back to the position, or never had it. */
export async function readLog(
  store: Reader,
  { identity, filter, after, limit }: Reading,
): Promise<LogPage | undefined> {
  const latest = await latestPosition(store)
  const { rows, next } = await store.find('changes', {
    where: {
      op: 'and',
      conditions: [
        { op: 'range', field: 'id', from: changeId(after + 1), to: changeId(latest + 1) },
        ...asked(filter),
        visible(identity),
      ],
    },
    limit,
  })
  // Last, because the log may have been shortened while it was read.
  if (after > latest || after < (await forgottenPosition(store))) return undefined
  return { rows, next: next ? (rows.at(-1)?.seq ?? latest) : latest, hasMore: next !== undefined }
}

/** A reset is about everything. */
const isReset: Condition<'changes'> = { op: 'in', field: 'type', values: ['reset'] }

function asked({ customerId, resourceType }: ChangeFilter): Condition<'changes'>[] {
  const oneOf = (field: 'customerId' | 'resourceType', values: readonly string[] | undefined): Condition<'changes'>[] =>
    values ? [{ op: 'or', conditions: [isReset, { op: 'in', field, values }] }] : []
  return [...oneOf('customerId', customerId), ...oneOf('resourceType', resourceType)]
}

/** The person's own; and of everybody's what is about no customer, or about one that the person sees. */
function visible(identity: Identity): Condition<'changes'> {
  const isOwn: Condition<'changes'> = { op: 'in', field: 'ownerId', values: [identity.staff.id] }
  const isOfAll: Condition<'changes'> = { op: 'in', field: 'ownerId', values: [null] }
  if (seesAllScopes(identity)) return { op: 'or', conditions: [isOwn, isOfAll] }
  const isOfVisible: Condition<'changes'> = {
    op: 'or',
    conditions: [
      { op: 'in', field: 'customerId', values: [null] },
      {
        op: 'exists',
        collection: 'customers',
        link: 'id',
        on: 'customerId',
        where: { op: 'and', conditions: visibleCustomers(identity) },
      },
    ],
  }
  return { op: 'or', conditions: [isOwn, { op: 'and', conditions: [isOfAll, isOfVisible] }] }
}

/** The same choice among rows that are at hand. */
export async function choose(
  store: Reader,
  rows: readonly ChangeRow[],
  { identity, filter }: Pick<Reading, 'identity' | 'filter'>,
): Promise<ChangeRow[]> {
  const isAsked = ({ type, customerId, resourceType }: ChangeRow) =>
    type === 'reset' ||
    ((!filter.customerId || (customerId !== null && filter.customerId.includes(customerId))) &&
      (!filter.resourceType || filter.resourceType.includes(resourceType)))
  const mine = rows.filter((row) => isAsked(row) && (row.ownerId === null || row.ownerId === identity.staff.id))
  if (seesAllScopes(identity)) return mine
  const named = mine.flatMap(({ customerId, ownerId }) => (ownerId === null && customerId !== null ? [customerId] : []))
  const customers = await store.getMany('customers', [...new Set(named)])
  const seen = new Set(customers.filter((customer) => seesCustomer(identity, customer)).map(({ id }) => id))
  return mine.filter(({ customerId, ownerId }) => ownerId !== null || customerId === null || seen.has(customerId))
}

/** How an event goes over the wire. */
export const eventOf = (row: ChangeRow): ChangeEvent => ({
  seq: row.seq,
  type: row.type,
  resource: { type: row.resourceType, id: row.resourceId },
  customerId: row.customerId,
  etag: row.etag,
  at: row.at,
  actor: { type: row.actorType, id: row.actorId },
  activityId: row.activityId,
})

/** Shortens the log, and keeps up to where. */
export async function forgetChanges(store: Store, now: number): Promise<void> {
  const where = { op: 'range', field: 'at', to: new Date(now - logMs).toISOString() } as const
  for (;;) {
    const { rows } = await store.find('changes', { where, limit: perTransaction })
    const last = rows.at(-1)
    if (!last) return
    await store.transaction(async (transaction) => {
      const known = await transaction.lock('settings', forgottenSetting)
      const setting = forgottenUpTo(Math.max(last.seq, Number(known?.value ?? 0)))
      if (known) await transaction.update('settings', setting.id, setting)
      else await transaction.insert('settings', [setting])
      for (const { id } of rows) await transaction.remove('changes', id)
    })
  }
}
