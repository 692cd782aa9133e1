import type { ActivityRow } from '#server/store/care-rows.ts'
import { searchTextOf } from '#server/store/search-text.ts'

type DerivedActivity = Pick<ActivityRow, 'actorType' | 'actorId' | 'searchText'>

/** Longer texts are searched in their beginning. */
const searchedLength = 500

/** Members of an activity that follow from the others. Call it at every write. */
export function deriveActivity(
  activity: Pick<ActivityRow, 'kind' | 'title' | 'actor' | 'subject' | 'changes' | 'data'>,
): DerivedActivity {
  const { actor, subject, changes, data } = activity
  const values = [...changes.flatMap(({ from, to }) => [from, to]), ...Object.values(data)]
  return {
    actorType: actor.type,
    actorId: actor.id,
    searchText: searchTextOf([
      activity.kind,
      activity.title,
      subject.label,
      actor.displayName,
      ...values.map((value) => (typeof value === 'string' ? value.slice(0, searchedLength) : null)),
    ]),
  }
}

type Told = Pick<ActivityRow, 'id' | 'customerId' | 'kind' | 'group' | 'at' | 'actor' | 'subject'> &
  Partial<Pick<ActivityRow, 'changes' | 'data' | 'title' | 'legacy' | 'audited'>>

/** A whole activity. What is about no customer belongs in the audit log. */
export function activityRow(told: Told): ActivityRow {
  const audited = told.customerId === null
  const activity = { changes: [], data: {}, title: null, legacy: false, audited, ...told }
  return { ...activity, ...deriveActivity(activity) }
}
