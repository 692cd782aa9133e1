import type { Actor } from '#/contract/common.ts'
import { happeningsOf, isShown, type Happening, type RowChange } from '#server/api/change-kinds.ts'
import type { ActivityRow } from '#server/store/care-rows.ts'
import type { CollectionName, Rows } from '#server/store/rows.ts'
import type { NewChange, Store, Transaction } from '#server/store/store.ts'

/** More events of one transaction than this say no more than that much has changed. */
const mostEvents = 200

interface Doer {
  actor: Pick<Actor, 'type' | 'id'>
  now: string
}

/** Writes to the log of changes what each transaction has done, so that no handler has to think of it. */
export function recordingChanges(store: Store, doer: Doer): Pick<Store, 'transaction'> {
  return {
    transaction: async (work) =>
      store.transaction(async (transaction) => {
        const { observed, events } = observe(transaction, doer)
        const result = await work(observed)
        await transaction.append(events())
        return result
      }),
  }
}

/** An event that tells everybody to read again whatever they show. */
export const resetEvent = ({ actor, now }: Doer): NewChange => ({
  type: 'reset',
  resourceType: 'log',
  resourceId: 'all',
  customerId: null,
  etag: null,
  ownerId: null,
  ...doneBy({ actor, now }),
  activityId: null,
})

const doneBy = ({ actor, now }: Doer) => ({ at: now, actorType: actor.type, actorId: actor.id })

/** A transaction that notices what is written through it, and the events that this amounts to. */
function observe(transaction: Transaction, doer: Doer) {
  const changes = new Map<string, { collection: CollectionName } & RowChange<CollectionName>>()
  const locked = new Map<string, Rows[CollectionName]>()
  const activities: ActivityRow[] = []
  const keyOf = (collection: CollectionName, id: string) => `${collection} ${id}`

  const note = <C extends CollectionName>(
    collection: C,
    id: string,
    before: Rows[C] | undefined,
    after: Rows[C] | undefined,
  ) => {
    const key = keyOf(collection, id)
    const known = changes.get(key)
    changes.set(key, { collection, before: known ? known.before : before, after })
  }
  const current = async <C extends CollectionName>(collection: C, id: string): Promise<Rows[C] | undefined> => {
    const key = keyOf(collection, id)
    if (changes.has(key)) return changes.get(key)?.after as Rows[C] | undefined
    return (locked.get(key) as Rows[C] | undefined) ?? (await transaction.get(collection, id))
  }

  const observed: Transaction = {
    ...transaction,
    lock: async (collection, id) => {
      const row = await transaction.lock(collection, id)
      if (row && isShown(collection)) locked.set(keyOf(collection, id), row)
      return row
    },
    insert: async (collection, rows) => {
      await transaction.insert(collection, rows)
      if (collection === 'activities') activities.push(...(rows as readonly ActivityRow[]))
      if (isShown(collection)) for (const row of rows) note(collection, row.id, undefined, row)
    },
    update: async (collection, id, values) => {
      if (!isShown(collection, Object.keys(values))) return await transaction.update(collection, id, values)
      const before = await current(collection, id)
      const isThere = await transaction.update(collection, id, values)
      if (isThere && before) note(collection, id, before, { ...before, ...values })
      return isThere
    },
    remove: async (collection, id) => {
      const before = isShown(collection) ? await current(collection, id) : undefined
      const wasThere = await transaction.remove(collection, id)
      if (wasThere && before) note(collection, id, before, undefined)
      return wasThere
    },
  }

  const events = (): NewChange[] => {
    const happenings = [...changes.values()].flatMap(({ collection, ...change }) => happeningsOf(collection, change))
    if (happenings.length > mostEvents) return [resetEvent(doer)]
    return [...happenings, ...loneActivities(activities, happenings)].map((happening) =>
      Object.assign(happening, doneBy(doer), { activityId: activityOf(activities, happening)?.id ?? null }),
    )
  }
  return { observed, events }
}

const activityOf = (activities: readonly ActivityRow[], { customerId }: Happening) =>
  activities.find((activity) => activity.customerId === customerId) ?? activities[0]

/** Activities of customers of whom nothing else is told. */
function loneActivities(activities: readonly ActivityRow[], happenings: readonly Happening[]): Happening[] {
  const told = new Set(happenings.map(({ customerId }) => customerId))
  return activities.flatMap(({ id, customerId }) =>
    customerId === null || told.has(customerId)
      ? []
      : [
          {
            type: 'activity.created',
            resourceType: 'activity',
            resourceId: id,
            customerId,
            etag: null,
            ownerId: null,
          },
        ],
  )
}
