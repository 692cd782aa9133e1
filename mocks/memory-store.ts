import { createChangeSignal } from '#server/store/change-signal.ts'
import { looseCondition, looseGroups, looseQuery, looseTotals } from '#server/store/any-condition.ts'
import { changeId } from '#server/store/live-rows.ts'
import type { CollectionName, Rows } from '#server/store/rows.ts'
import { uniqueKeys, type Found, type Query, type Reader, type Store, type Transaction } from '#server/store/store.ts'
import { asMemoryRows, copyRow } from '#mocks/copy-row.ts'
import { findRows, matchingRows } from '#mocks/find-rows.ts'
import { groupRows } from '#mocks/group-rows.ts'
import { sumRowsByMonth } from '#mocks/sum-by-month.ts'
import { createMemoryTransaction, undo, type LoggedWrite } from '#mocks/memory-transaction.ts'
import { MemoryTable, type MemoryRow } from '#mocks/memory-table.ts'

export type InitialRows = { readonly [C in CollectionName]?: readonly Rows[C][] }

/** What a row has become: `null` when it was removed. */
export interface Change {
  collection: CollectionName
  id: string
  row: MemoryRow | null
}

export interface MemoryStoreOptions {
  rows?: InitialRows
  /** Told what a transaction changed before it resolves; when it fails, the transaction is undone. */
  onChange?: (changes: Change[]) => Promise<void> | void
  /** What the next position in the log of changes is at least. */
  leastPosition?: () => number
}

export interface MemoryStore extends Store {
  /** Everything that differs from the initial rows. */
  changes(): Change[]
  /** Takes changes over as they are. */
  apply(changes: readonly Change[]): Promise<void>
  /** Brings the initial rows back. */
  reset(): Promise<void>
}

/** A store over plain maps, for mocks and tests, and the model that the other stores are tested against. */
export function createMemoryStore({
  rows = {},
  onChange,
  leastPosition = () => 1,
}: MemoryStoreOptions = {}): MemoryStore {
  const tables = new Map<CollectionName, MemoryTable>()
  const tableOf = (collection: CollectionName): MemoryTable => {
    const known = tables.get(collection)
    if (known) return known
    const table = new MemoryTable(asMemoryRows(rows[collection] ?? []), uniqueKeysOf(collection))
    tables.set(collection, table)
    return table
  }
  const reader = createMemoryReader(tableOf)
  const signal = createChangeSignal()
  const tellOf = (changes: readonly Change[]) => {
    if (changes.some(({ collection }) => collection === 'changes')) signal.tell()
  }
  let lastPosition = Math.max(0, ...(rows.changes ?? []).map(({ seq }) => seq))
  const nextPosition = (least: number) => {
    lastPosition = Math.max(lastPosition + 1, least)
    return lastPosition
  }
  /** Events of another store may come late: whoever has read on must see them all the same, so they go to the end. */
  const place = (row: MemoryRow) => {
    const seq = nextPosition(Number(row['seq']))
    tableOf('changes').write(changeId(seq), { ...copyRow(row), id: changeId(seq), seq })
  }
  const changeOf = (collection: CollectionName, id: string): Change => ({
    collection,
    id,
    row: copyRow(tableOf(collection).rows.get(id)) ?? null,
  })

  /** The end of the last transaction begun: everything waits for those begun before it. */
  let idle: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = idle.then(work)
    idle = result.catch(() => undefined)
    return result
  }

  const run = async <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => {
    const log: LoggedWrite[] = []
    const { transaction, end } = createMemoryTransaction(reader, tableOf, log, () => nextPosition(leastPosition()))
    try {
      const result = await work(transaction)
      end()
      const touched = new Map(log.map(({ collection, id }) => [`${collection} ${id}`, changeOf(collection, id)]))
      if (touched.size > 0) await onChange?.([...touched.values()])
      tellOf([...touched.values()])
      return result
    } catch (error) {
      undo(log, tableOf)
      throw error
    } finally {
      end()
    }
  }

  return {
    get: async (collection, id) => idle.then(() => reader.get(collection, id)),
    getMany: async (collection, ids) => idle.then(() => reader.getMany(collection, ids)),
    find: async (collection, query) => idle.then(() => reader.find(collection, query)),
    count: async (collection, where, cap) => idle.then(() => reader.count(collection, where, cap)),
    sumByMonth: async (collection, totals) => idle.then(() => reader.sumByMonth(collection, totals)),
    totals: async (collection, query) => idle.then(() => reader.totals(collection, query)),
    transaction: async (work) => inTurn(() => run(work)),
    watch: signal.watch,
    close: async () => inTurn(async () => undefined),
    changes: () =>
      [...tables].flatMap(([collection, table]) => table.changedIds().map((id) => changeOf(collection, id))),
    apply: async (changes) =>
      inTurn(async () => {
        for (const { collection, id, row } of changes) {
          if (collection === 'changes' && row) place(row)
          else tableOf(collection).write(id, copyRow(row ?? undefined))
        }
        tellOf(changes)
      }),
    reset: async () =>
      inTurn(async () => {
        for (const table of tables.values()) table.reset()
      }),
  }
}

function createMemoryReader(tableOf: (collection: CollectionName) => MemoryTable): Reader {
  const rowsOf = <C extends CollectionName>(collection: C) =>
    tableOf(collection).rows as unknown as ReadonlyMap<string, Rows[C]>
  return {
    get: async (collection, id) => copyRow(rowsOf(collection).get(id)),
    getMany: async (collection, ids) => {
      const rows = rowsOf(collection)
      return [...new Set(ids)].flatMap((id) => copyRow(rows.get(id)) ?? [])
    },
    find: async <C extends CollectionName>(collection: C, query: Query<C>) => {
      const { ids, next } = findRows(collection, looseQuery(query), tableOf)
      const rows = rowsOf(collection)
      const found: Found<C> = { rows: ids.flatMap((id) => copyRow(rows.get(id)) ?? []) }
      return next ? { ...found, next } : found
    },
    count: async (collection, where, cap) => {
      let counted = 0
      for (const _ of matchingRows(collection, where && looseCondition(where), tableOf)) {
        counted += 1
        if (counted > cap) break
      }
      return counted
    },
    sumByMonth: async (collection, totals) => sumRowsByMonth(collection, looseTotals(totals), tableOf),
    totals: async (collection, query) => groupRows(collection, looseGroups(query), tableOf),
  }
}

const uniqueKeysOf = (collection: CollectionName): Readonly<Record<string, readonly string[]>> =>
  collection in uniqueKeys ? uniqueKeys[collection as keyof typeof uniqueKeys] : {}
