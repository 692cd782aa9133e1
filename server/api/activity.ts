import { isSame } from '#/contract/same-json.ts'
import type { WriteCall } from '#server/api/call.ts'
import type { ActivityRow } from '#server/store/rows.ts'
import { newId } from '#server/store/new-id.ts'

export type Change = ActivityRow['changes'][number]

type Entry = Pick<ActivityRow, 'customerId' | 'kind' | 'group' | 'subject'> &
  Partial<Pick<ActivityRow, 'changes' | 'data'>>

/** Writes down who did what; once for every write that had an effect. */
export async function recordActivity(call: WriteCall, entry: Entry): Promise<void> {
  const activity = { changes: [], data: {}, ...entry, id: newId(Date.parse(call.now)), at: call.now, actor: call.actor }
  await call.store.insert('activities', [activity])
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
