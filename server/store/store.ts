import type { ChangeRow } from '#server/store/live-rows.ts'
import type { CollectionName, Rows } from '#server/store/rows.ts'

export type Scalar = string | number | boolean | null

/** Names of the members of a row whose value may be compared. */
export type Field<C extends CollectionName> = Extract<
  { [K in keyof Rows[C]]: Rows[C][K] extends Scalar ? K : never }[keyof Rows[C]],
  string
>

/** Names of the members of a row that hold a list of strings. */
export type ListField<C extends CollectionName> = Extract<
  { [K in keyof Rows[C]]: Rows[C][K] extends string[] ? K : never }[keyof Rows[C]],
  string
>

/**
 * What a row must satisfy. Two-valued: a comparison with a missing value is false and its negation true, in every store.
 * Text is compared as it is stored, by code point (`COLLATE "C"`); fold it before.
 */
export type Condition<C extends CollectionName> =
  /** Equal to one of the values; `null` among them matches missing values. */
  | { op: 'in'; field: Field<C>; values: readonly Scalar[] }
  /** `from` inclusive, `to` exclusive. */
  | { op: 'range'; field: Field<C>; from?: string | number; to?: string | number }
  /** The field holds the text somewhere, letter by letter: no wildcards. */
  | { op: 'contains'; field: Field<C>; text: string }
  | { op: 'prefix'; field: Field<C>; text: string }
  /** The list has at least one of the values. */
  | { op: 'overlaps'; field: ListField<C>; values: readonly string[] }
  | { op: 'empty'; field: ListField<C> }
  /** Another collection has a row whose `link` is this row's `on` (its id unless told). */
  | {
      [D in CollectionName]: { op: 'exists'; collection: D; link: Field<D>; on?: Field<C>; where?: Condition<D> }
    }[CollectionName]
  | { op: 'and' | 'or'; conditions: readonly Condition<C>[] }
  | { op: 'not'; condition: Condition<C> }

/** Missing values come last in both directions. A rank is the index of the first condition that holds. */
export type SortKey<C extends CollectionName> =
  | { field: Field<C>; descending?: boolean }
  | { rank: readonly Condition<C>[] }

export interface Query<C extends CollectionName> {
  where?: Condition<C>
  /** The id is always added as the last key, in the direction of the key before it. */
  sort?: readonly SortKey<C>[]
  /** `next` of an earlier answer to the same query. */
  after?: readonly Scalar[]
  /** Without it every row is given. */
  limit?: number
}

export interface Found<C extends CollectionName> {
  rows: Rows[C][]
  /** Values of the sort keys and the id of the last row; absent when nothing follows. */
  next?: Scalar[]
}

/** What `sumByMonth` adds up, and by which members apart from the month. */
export interface MonthlyTotals<C extends CollectionName> {
  where?: Condition<C>
  /** An instant; its month in UTC counts. */
  at: Field<C>
  /** A whole number; rows without one are left out. */
  sum: Field<C>
  by: readonly Field<C>[]
}

export interface MonthTotal {
  /** `YYYY-MM` */
  month: string
  /** Values of the members of `by`. */
  group: Scalar[]
  sum: number
  count: number
}

/** What `totals` counts and adds up, and by which members. */
export interface TotalsQuery<C extends CollectionName> {
  where?: Condition<C>
  by: readonly Field<C>[]
  /** Whole numbers; a row without one adds nothing. */
  sum?: readonly Field<C>[]
}

export interface GroupTotal {
  /** Values of the members of `by`. */
  group: Scalar[]
  count: number
  /** One for each member of `sum`. */
  sums: number[]
}

export interface Reader {
  get<C extends CollectionName>(collection: C, id: string): Promise<Rows[C] | undefined>
  /** Rows in no particular order; ids that are not there are left out. */
  getMany<C extends CollectionName>(collection: C, ids: readonly string[]): Promise<Rows[C][]>
  find<C extends CollectionName>(collection: C, query: Query<C>): Promise<Found<C>>
  /** Counts to at most `cap`; an answer of `cap + 1` means more than that. */
  count<C extends CollectionName>(collection: C, where: Condition<C> | undefined, cap: number): Promise<number>
  /** In no particular order; what never occurs is left out. */
  sumByMonth<C extends CollectionName>(collection: C, totals: MonthlyTotals<C>): Promise<MonthTotal[]>
  /** In no particular order; what never occurs is left out. */
  totals<C extends CollectionName>(collection: C, query: TotalsQuery<C>): Promise<GroupTotal[]>
}

/** An event that has no place in the log of changes yet. */
export type NewChange = Omit<ChangeRow, 'id' | 'seq'>

export interface Transaction extends Reader {
  /** Reads a row and keeps others from changing it until the transaction ends. */
  lock<C extends CollectionName>(collection: C, id: string): Promise<Rows[C] | undefined>
  /** Throws `DuplicateError` when a unique value is taken. */
  insert<C extends CollectionName>(collection: C, rows: readonly Rows[C][]): Promise<void>
  /** Changes the named members; false when the row is not there. Throws `DuplicateError`. */
  update<C extends CollectionName>(collection: C, id: string, changes: Partial<Rows[C]>): Promise<boolean>
  /** False when the row was not there. */
  remove(collection: CollectionName, id: string): Promise<boolean>
  /**
   * Writes events to the end of the log of changes. Positions grow in the order in which transactions end, so that whoever
   * has read one has missed none before it: other transactions wait here until this one ends. Append last.
   */
  append(events: readonly NewChange[]): Promise<void>
}

/** The port between the API and where the data lives. Rows that come out are copies: changing them changes nothing. */
export interface Store extends Reader {
  /** Everything or nothing; what `work` throws undoes it and is thrown again. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
  /**
   * Calls back soon after the log of changes has grown, here or in another process; sometimes for nothing. What it gives
   * back ends that.
   */
  watch(listener: () => void): () => void
  close(): Promise<void>
}

/** Unique values besides the id. Empty (`null`) values never collide. */
export const uniqueKeys = {
  customers: { customerNumber: ['customerNumber'], username: ['username'], externalId: ['sourceSystem', 'externalId'] },
  organizations: { number: ['number'], externalId: ['sourceSystem', 'externalId'] },
  storeLocations: { number: ['number'], externalId: ['sourceSystem', 'externalId'] },
  addresses: { name: ['customerId', 'nameFolded'], externalId: ['sourceSystem', 'externalId'] },
  orders: { externalId: ['sourceSystem', 'externalId'] },
  carts: { externalId: ['sourceSystem', 'externalId'] },
  savedPayments: { externalId: ['sourceSystem', 'externalId'] },
  scopes: { externalId: ['sourceSystem', 'externalId'] },
  notes: { number: ['customerId', 'number'], externalId: ['sourceSystem', 'externalId'] },
  cases: { number: ['number'], externalId: ['sourceSystem', 'externalId'] },
  contacts: { externalId: ['sourceSystem', 'externalId'] },
  alternativeContacts: { member: ['customerId', 'memberId'], externalId: ['sourceSystem', 'externalId'] },
  alerts: { externalId: ['sourceSystem', 'externalId'] },
  billingInfos: { externalId: ['sourceSystem', 'externalId'] },
  invoices: { number: ['number'], externalId: ['sourceSystem', 'externalId'] },
  payments: { externalId: ['sourceSystem', 'externalId'] },
  instalmentPurchases: { externalId: ['sourceSystem', 'externalId'] },
  subscriptions: { externalId: ['sourceSystem', 'externalId'] },
  staff: { username: ['usernameFolded'] },
} as const satisfies { [C in CollectionName]?: Record<string, readonly Field<C>[]> }

/** A unique value is taken. `field` is a name of `uniqueKeys`, or `id`. */
export class DuplicateError extends Error {
  readonly collection: CollectionName
  readonly field: string
  readonly conflictingId: string | null

  constructor(collection: CollectionName, field: string, conflictingId: string | null) {
    super(`duplicate ${field} in ${collection}`)
    this.name = 'DuplicateError'
    this.collection = collection
    this.field = field
    this.conflictingId = conflictingId
  }
}
