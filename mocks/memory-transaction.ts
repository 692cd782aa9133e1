import type { CollectionName } from '#server/store/rows.ts'
import { changeId } from '#server/store/live-rows.ts'
import { storable, storableText } from '#server/store/storable.ts'
import { DuplicateError, type Reader, type Transaction } from '#server/store/store.ts'
import { asMemoryRows } from '#mocks/copy-row.ts'
import type { Tables } from '#mocks/match-condition.ts'
import type { MemoryRow } from '#mocks/memory-table.ts'

/** What stood in a place before it was written. */
export interface LoggedWrite {
  collection: CollectionName
  id: string
  previous: MemoryRow | undefined
}

/** Takes writes back, the last one first. */
export function undo(log: readonly LoggedWrite[], tables: Tables): void {
  for (const { collection, id, previous } of log.toReversed()) tables(collection).write(id, previous)
}

/** A transaction that writes at once and logs how to undo it; after `end` it refuses everything. */
export function createMemoryTransaction(
  reader: Reader,
  tables: Tables,
  log: LoggedWrite[],
  nextPosition: () => number,
): { transaction: Transaction; end: () => void } {
  let isOver = false
  const begun = (): Reader => {
    if (isOver) throw new Error('the transaction is over')
    return reader
  }
  const table = (collection: CollectionName) => {
    begun()
    return tables(collection)
  }
  const write = (collection: CollectionName, id: string, row: MemoryRow | undefined) => {
    const conflict = row && table(collection).conflictOf(row)
    if (conflict) throw new DuplicateError(collection, conflict.field, conflict.id)
    log.push({ collection, id, previous: table(collection).write(id, row) })
  }
  const insertOne = (collection: CollectionName, row: MemoryRow) => {
    const id = storableText(row.id)
    if (table(collection).rows.has(id)) throw new DuplicateError(collection, 'id', id)
    write(collection, id, storable(row))
  }
  const transaction: Transaction = {
    get: async (collection, id) => begun().get(collection, id),
    getMany: async (collection, ids) => begun().getMany(collection, ids),
    find: async (collection, query) => begun().find(collection, query),
    count: async (collection, where, cap) => begun().count(collection, where, cap),
    sumByMonth: async (collection, totals) => begun().sumByMonth(collection, totals),
    totals: async (collection, query) => begun().totals(collection, query),
    lock: async (collection, id) => begun().get(collection, id),
    insert: async (collection, rows) => {
      const before = log.length
      try {
        for (const row of asMemoryRows(rows)) insertOne(collection, row)
      } catch (error) {
        undo(log.splice(before), tables)
        throw error
      }
    },
    update: async (collection, id, changes) => {
      const row = table(collection).rows.get(id)
      if (row) write(collection, id, { ...row, ...storable(changes), id })
      return row !== undefined
    },
    remove: async (collection, id) => {
      const isThere = table(collection).rows.has(id)
      if (isThere) write(collection, id, undefined)
      return isThere
    },
    append: async (events) => {
      for (const event of events) {
        const seq = nextPosition()
        insertOne('changes', { ...event, id: changeId(seq), seq })
      }
    },
  }
  return {
    transaction,
    end: () => {
      isOver = true
    },
  }
}
