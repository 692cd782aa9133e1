import { activityGroups, listActivities, listAuditLog } from '#/contract/activities.ts'
import type { Activity, ActivityCounts, ActivityGroup } from '#/contract/activities.ts'
import type { Actor } from '#/contract/common.ts'
import { ok } from '#server/api/answer.ts'
import type { ReadCall, Registry } from '#server/api/call.ts'
import { allOf, anyOf, between, findPage } from '#server/api/page.ts'
import { invalidParameter } from '#server/api/refusal.ts'
import { searchOf } from '#server/api/search-condition.ts'
import { visibleCustomer } from '#server/api/visibility.ts'
import type { ActivityRow } from '#server/store/care-rows.ts'
import type { Condition, SortKey } from '#server/store/store.ts'

/** What happened at the same instant has later ids first. */
export const latestFirst: SortKey<'activities'>[] = [
  { field: 'at', descending: true },
  { field: 'id', descending: true },
]

export const activitiesOf = (customerId: string, legacy = false): Condition<'activities'>[] => [
  { op: 'in', field: 'customerId', values: [customerId] },
  { op: 'in', field: 'legacy', values: [legacy] },
]

export function registerActivities({ handle }: Registry): void {
  handle(listActivities, async (call) => {
    const { id } = await visibleCustomer(call, call.params.id)
    const { legacy = false, groups, group, kind } = call.query
    if (legacy) refuseFilters(call)
    const own = activitiesOf(id, legacy)
    const filters = otherFilters(call)
    const [{ rows, ...page }, counts] = await Promise.all([
      findPage(call, 'activities', {
        where: [...own, ...filters, ...anyOf<'activities'>('group', group), ...anyOf<'activities'>('kind', kind)],
        sort: latestFirst,
      }),
      groups ? countsOf(call, id, [...activitiesOf(id), ...filters]) : undefined,
    ])
    return ok({ items: rows.map(activityOf), ...page, ...(counts ? { counts } : {}) })
  })

  handle(listAuditLog, async (call) => {
    const { kind, actorId, customerId, atFrom, atTo } = call.query
    const { rows, ...page } = await findPage(call, 'activities', {
      where: [
        { op: 'in', field: 'audited', values: [true] },
        ...anyOf<'activities'>('kind', kind),
        ...anyOf<'activities'>('actorId', actorId),
        ...anyOf<'activities'>('customerId', customerId),
        ...between<'activities'>('at', atFrom, atTo),
      ],
      sort: latestFirst,
    })
    return ok({ items: rows, ...page })
  })
}

type ActivitiesCall = ReadCall<typeof listActivities>

/** Those that say nothing of group and kind, by which the counts are made. */
function otherFilters({ query }: ActivitiesCall): Condition<'activities'>[] {
  const { condition } = searchOf<'activities'>(query.q, 'searchText', {})
  return [
    ...anyOf<'activities'>('actorType', query.actorType),
    ...anyOf<'activities'>('actorId', query.actorId),
    ...between<'activities'>('at', query.atFrom, query.atTo),
    ...(condition ? [condition] : []),
  ]
}

/** What is from before is known to no filter. */
function refuseFilters({ query }: ActivitiesCall): void {
  for (const parameter of ['q', 'group', 'kind', 'actorType', 'actorId', 'atFrom', 'atTo'] as const) {
    if (query[parameter] === undefined) continue
    throw invalidParameter({ parameter, code: 'not-filterable', detail: 'Legacy entries cannot be filtered' })
  }
}

async function countsOf(
  { store }: ActivitiesCall,
  customerId: string,
  conditions: Condition<'activities'>[],
): Promise<ActivityCounts> {
  const where = allOf(conditions)
  const legacy = allOf(activitiesOf(customerId, true))
  const found = await store.totals('activities', {
    ...(where ? { where } : {}),
    by: ['group', 'kind', 'actorType', 'actorId'],
  })
  const rows = found.map(({ group: [group, kind, type, id], count }) => ({
    group: groupOf(String(group)),
    kind: String(kind),
    type: String(type) as Actor['type'],
    id: typeof id === 'string' ? id : null,
    count,
  }))
  return {
    groups: summed(rows, ({ group }) => ({ group })),
    kinds: summed(rows, ({ kind, group }) => ({ kind, group })),
    actors: await named(
      store,
      summed(rows, ({ type, id }) => ({ type, id })),
    ),
    legacy: await store.count('activities', legacy, Number.MAX_SAFE_INTEGER - 1),
  }
}

async function named<Counted extends { type: Actor['type']; id: string | null }>(
  store: ActivitiesCall['store'],
  actors: readonly Counted[],
): Promise<(Counted & Pick<Actor, 'displayName'>)[]> {
  const ids = actors.flatMap(({ type, id }) => (type === 'staff' && id !== null ? [id] : []))
  const names = new Map((await store.getMany('staff', ids)).map(({ id, displayName }) => [id, displayName]))
  return actors.map((actor) => ({ ...actor, displayName: (actor.id !== null && names.get(actor.id)) || null }))
}

/** Counts added up by what `keyOf` leaves of a row; the most first. */
function summed<Row extends { count: number }, Key extends object>(rows: readonly Row[], keyOf: (row: Row) => Key) {
  const groups = Map.groupBy(rows, (row) => JSON.stringify(keyOf(row)))
  return [...groups.values()]
    .flatMap(([first, ...others]) =>
      first ? [{ ...keyOf(first), count: others.reduce((sum, { count }) => sum + count, first.count) }] : [],
    )
    .toSorted((a, b) => b.count - a.count)
}

/** A group that we do not know counts as the account's. */
const groupOf = (group: string): ActivityGroup => activityGroups.find((known) => known === group) ?? 'account'

export const activityOf = (row: ActivityRow): Activity => ({ ...row, group: groupOf(row.group) })
