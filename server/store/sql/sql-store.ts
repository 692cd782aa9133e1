import { setTimeout as delay } from 'node:timers/promises'
import { createChangeSignal, type ChangeSignal } from '#server/store/change-signal.ts'
import type { CollectionName, Rows } from '#server/store/rows.ts'
import { storable } from '#server/store/storable.ts'
import { DuplicateError, type Store, type Transaction } from '#server/store/store.ts'
import { appendChanges } from '#server/store/sql/append-changes.ts'
import { columnOf } from '#server/store/sql/compile-condition.ts'
import { conflictOf, uniqueFields } from '#server/store/sql/conflict.ts'
import { insertRows } from '#server/store/sql/insert-rows.ts'
import type { Ways } from '#server/store/sql/read-parts.ts'
import { isPassing, sqlErrorOf, uniqueViolation, withoutValues } from '#server/store/sql/sql-error.ts'
import { asRows, createSqlReader, isId, tableOf } from '#server/store/sql/sql-reader.ts'
import type { Database } from '#server/store/sql/database.ts'

/** How often a transaction is tried that others got in the way of. */
const attempts = 5

interface Options {
  /** Ends the connections. */
  close: () => Promise<void>
  ways?: Ways
  /** Told of changes by other processes too, where there are any. */
  signal?: ChangeSignal
}

/** The `Store` port over PostgreSQL, in this process or on a server. */
export function createSqlStore(database: Database, { close, ways, signal = createChangeSignal() }: Options): Store {
  const reader = createSqlReader(database, ways)
  return {
    get: async (collection, id) => guarded(reader.get(collection, id)),
    getMany: async (collection, ids) => guarded(reader.getMany(collection, ids)),
    find: async (collection, query) => guarded(reader.find(collection, query)),
    count: async (collection, where, cap) => guarded(reader.count(collection, where, cap)),
    sumByMonth: async (collection, totals) => guarded(reader.sumByMonth(collection, totals)),
    totals: async (collection, query) => guarded(reader.totals(collection, query)),
    transaction: async (work) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          let hasAppended = false
          const onAppended = () => {
            hasAppended = true
          }
          const result = await database.transaction((transaction) =>
            work(createSqlTransaction(transaction, { ways, onAppended })),
          )
          if (hasAppended) signal.tell()
          return result
        } catch (error) {
          if (attempt >= attempts || !isPassing(error)) throw withoutValues(error)
          await delay(2 ** attempt * (5 + Math.random() * 5))
        }
      }
    },
    watch: signal.watch,
    close,
  }
}

async function guarded<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    throw withoutValues(error)
  }
}

function createSqlTransaction(
  database: Database,
  { ways, onAppended }: { ways: Ways | undefined; onAppended: () => void },
): Transaction {
  return {
    ...createSqlReader(database, ways),
    lock: async (collection, id) => {
      const table = tableOf(collection)
      return asRows(collection, await database.select().from(table).where(isId(table, id)).for('update'))[0]
    },
    insert: async (collection, rows) => insertRows(database, collection, rows),
    update: async (collection, id, changes) => updateRow(database, collection, id, changes),
    remove: async (collection, id) => {
      const table = tableOf(collection)
      const removed = await database
        .delete(table)
        .where(isId(table, id))
        .returning({ id: columnOf(table, 'id') })
      return removed.length > 0
    },
    append: async (events) => {
      await appendChanges(database, events)
      onAppended()
    },
  }
}

async function updateRow<C extends CollectionName>(
  database: Database,
  collection: C,
  id: string,
  changes: Partial<Rows[C]>,
): Promise<boolean> {
  const { id: _, ...members } = storable(changes)
  const names = Object.keys(members)
  const table = tableOf(collection)
  const update = async (through: Database) => {
    const returned = { id: columnOf(table, 'id') }
    const updated =
      names.length > 0
        ? await through.update(table).set(members).where(isId(table, id)).returning(returned)
        : await through.select(returned).from(table).where(isId(table, id))
    return updated.length > 0
  }
  if (!uniqueFields(collection).some((field) => names.includes(field))) return update(database)
  try {
    // In a savepoint, so that a taken value does not end the transaction.
    return await database.transaction(update)
  } catch (error) {
    if (sqlErrorOf(error)?.code !== uniqueViolation) throw error
    const row = await createSqlReader(database).get(collection, id)
    const conflict = row && (await conflictOf(database, collection, { ...row, ...members, id }, { isNew: false }))
    throw new DuplicateError(collection, conflict?.field ?? 'id', conflict?.id ?? null)
  }
}
