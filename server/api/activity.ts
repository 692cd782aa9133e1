import type { CustomerActivityKind } from '#/contract/activity-kinds.ts'
import { isSame } from '#/contract/same-json.ts'
import type { WriteCall } from '#server/api/call.ts'
import type { ActivityRow } from '#server/store/care-rows.ts'
import { activityRow } from '#server/store/derive-activity.ts'
import { newId } from '#server/store/new-id.ts'

export type Change = ActivityRow['changes'][number]

/** About a customer the kinds are known, so that each has a name on the screens; the audit log takes any. */
type About = { customerId: string; kind: CustomerActivityKind } | { customerId: null; kind: string }

export type ActivityEntry = About &
  Pick<ActivityRow, 'group' | 'subject'> &
  Partial<Pick<ActivityRow, 'changes' | 'data' | 'audited'>>

/** Writes down who did what; once for every write that had an effect. */
export async function recordActivity(
  { now, actor, store }: Pick<WriteCall, 'now' | 'actor' | 'store'>,
  entry: ActivityEntry,
): Promise<void> {
  await store.insert('activities', [activityRow({ ...entry, id: newId(Date.parse(now)), at: now, actor })])
}

/** Members that a merge patch really changes (RFC 7396: absent leaves, `null` clears, lists are replaced). */
export function changesOf<Row extends object>(
  row: Row,
  patch: { [Member in keyof Row]?: Row[Member] | undefined },
): { values: Partial<Row>; changes: Change[] } {
  const values: Partial<Row> = {}
  const changes: Change[] = []
  for (const field of Object.keys(patch) as (keyof Row & string)[]) {
    const to = patch[field]
    if (to === undefined || isSame(row[field], to)) continue
    values[field] = to
    changes.push({ field, from: row[field], to })
  }
  return { values, changes }
}
