import type { Scalar } from '#server/store/store.ts'

export type MemoryRow = Readonly<Record<string, unknown>> & { readonly id: string }

type Buckets = Map<Scalar, Set<string>>

/** The value of a member as conditions see it; what is not there counts as missing. */
export function scalarOf(row: MemoryRow, field: string): Scalar {
  const value = row[field]
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** Names one combination of unique values; nothing when one of them is missing. */
function uniqueValue(row: MemoryRow, fields: readonly string[]): string | undefined {
  const values = fields.map((field) => scalarOf(row, field))
  return values.includes(null) ? undefined : JSON.stringify(values)
}

/** The rows of one collection with their indexes. Rows are never changed in place, only replaced. */
export class MemoryTable {
  readonly #initial: readonly MemoryRow[]
  readonly #uniqueKeys: readonly (readonly [name: string, fields: readonly string[]])[]
  #rows: Map<string, MemoryRow> | undefined
  readonly #buckets = new Map<string, Buckets>()
  readonly #taken = new Map<string, Map<string, string>>()
  /** What stood there at first, of every row changed since. */
  readonly #originals = new Map<string, MemoryRow | undefined>()

  constructor(initial: readonly MemoryRow[], uniqueKeys: Readonly<Record<string, readonly string[]>>) {
    this.#initial = initial
    this.#uniqueKeys = Object.entries(uniqueKeys)
  }

  /** Rows by id; filled when first asked for, so that a store over much seed data costs what is used of it. */
  get rows(): ReadonlyMap<string, MemoryRow> {
    return this.#filled()
  }

  /** Ids of the rows whose field has the value. */
  idsWith(field: string, value: Scalar): ReadonlySet<string> {
    return this.#bucketsOf(field).get(value) ?? new Set()
  }

  /** The unique key that the row would break, and whose it is. */
  conflictOf(row: MemoryRow): { field: string; id: string } | undefined {
    for (const [name, fields] of this.#uniqueKeys) {
      const value = uniqueValue(row, fields)
      const owner = value === undefined ? undefined : this.#takenOf(name, fields).get(value)
      if (owner !== undefined && owner !== row.id) return { field: name, id: owner }
    }
    return undefined
  }

  /** Puts, replaces or (without a row) removes; answers what stood there. */
  write(id: string, row: MemoryRow | undefined): MemoryRow | undefined {
    const rows = this.#filled()
    const previous = rows.get(id)
    if (!this.#originals.has(id)) this.#originals.set(id, previous)
    if (previous) this.#unindex(previous)
    if (row) {
      rows.set(id, row)
      this.#index(row)
    } else {
      rows.delete(id)
    }
    return previous
  }

  /** Ids of rows that are not what they were at first. */
  changedIds(): string[] {
    const rows = this.rows
    return [...this.#originals].filter(([id, original]) => rows.get(id) !== original).map(([id]) => id)
  }

  /** Brings the initial rows back. */
  reset(): void {
    for (const [id, original] of this.#originals) this.write(id, original)
    this.#originals.clear()
  }

  #filled(): Map<string, MemoryRow> {
    this.#rows ??= new Map(this.#initial.map((row) => [row.id, row]))
    return this.#rows
  }

  #bucketsOf(field: string): Buckets {
    const known = this.#buckets.get(field)
    if (known) return known
    const buckets: Buckets = new Map()
    this.#buckets.set(field, buckets)
    for (const row of this.rows.values()) addToBucket(buckets, row, field)
    return buckets
  }

  #takenOf(name: string, fields: readonly string[]): Map<string, string> {
    const known = this.#taken.get(name)
    if (known) return known
    const taken = new Map<string, string>()
    this.#taken.set(name, taken)
    for (const row of this.rows.values()) {
      const value = uniqueValue(row, fields)
      if (value !== undefined) taken.set(value, row.id)
    }
    return taken
  }

  #index(row: MemoryRow): void {
    for (const [field, buckets] of this.#buckets) addToBucket(buckets, row, field)
    for (const [name, fields] of this.#uniqueKeys) {
      const value = uniqueValue(row, fields)
      if (value !== undefined) this.#taken.get(name)?.set(value, row.id)
    }
  }

  #unindex(row: MemoryRow): void {
    for (const [field, buckets] of this.#buckets) buckets.get(scalarOf(row, field))?.delete(row.id)
    for (const [name, fields] of this.#uniqueKeys) {
      const value = uniqueValue(row, fields)
      const taken = this.#taken.get(name)
      if (value !== undefined && taken?.get(value) === row.id) taken.delete(value)
    }
  }
}

function addToBucket(buckets: Buckets, row: MemoryRow, field: string): void {
  const value = scalarOf(row, field)
  const ids = buckets.get(value)
  if (ids) ids.add(row.id)
  else buckets.set(value, new Set([row.id]))
}
