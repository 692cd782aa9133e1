import { checkRecord } from '#server/import/check-record.ts'
import type { Ledger } from '#server/import/ledger.ts'
import { References } from '#server/import/references.ts'
import type { Entry, FindPinVault, ImportContext } from '#server/import/resource.ts'
import { resourceOf } from '#server/import/resource-table.ts'
import type { Fault, ImportSource, Outcome, ResourceName, SourceRecord } from '#server/import/source-record.ts'
import { createTeller } from '#server/import/tell-changes.ts'
import { contentHash } from '#server/import/stable-id.ts'
import { DuplicateError, type Store, type Transaction } from '#server/store/store.ts'

/** A line that was refused, or taken without one of its members. Never holds a value of the line. */
export interface RejectedLine extends Fault {
  file: string
  line: number
  resource: ResourceName
  /** Whether the rest of the line is in. */
  record: 'rejected' | 'imported'
}

export type Counts = Record<Outcome, number>

export interface ImportOptions {
  store: Store
  source: ImportSource
  ledger: Ledger
  now: () => number
  findPinVault: FindPinVault
  /** Everything is tried in one transaction and undone. */
  dryRun?: boolean
  /** Records a transaction. */
  batchSize?: number
  /** Stops between two batches. */
  signal?: AbortSignal
  onProgress?: (resource: ResourceName, done: number) => void
  onRejected?: (line: RejectedLine) => void
}

/** The import was stopped on demand; what was written stays, and another run goes on from there. */
export class ImportInterruptedError extends Error {
  constructor() {
    super('interrupted')
    this.name = 'ImportInterruptedError'
  }
}

class DryRunEnd extends Error {}

type Results = Map<ResourceName, Counts>
/** The work says whether it changed anything. */
type InTransaction = (work: (transaction: Transaction) => Promise<boolean>) => Promise<void>

/** Brings the records of a source into the store, batch by batch. Gives back what became of them. */
export async function runImport(options: ImportOptions): Promise<Results> {
  const results: Results = new Map()
  if (!options.dryRun) {
    const teller = createTeller({ source: options.source.name, now: options.now })
    try {
      await importAll(options, results, (work) =>
        options.store.transaction(async (transaction) => {
          if (await work(transaction)) await teller.batch(transaction)
        }),
      )
    } finally {
      await teller.rest(options.store)
    }
    return results
  }
  try {
    await options.store.transaction(async (transaction) => {
      await importAll(options, results, async (work) => {
        await work(transaction)
      })
      throw new DryRunEnd()
    })
  } catch (error) {
    if (!(error instanceof DryRunEnd)) throw error
  }
  return results
}

async function importAll(options: ImportOptions, results: Results, inTransaction: InTransaction): Promise<void> {
  const run = new ImportRun(options, results, inTransaction)
  for await (const record of options.source.records()) await run.take(record)
  await run.flush()
}

class ImportRun {
  readonly #options: ImportOptions
  readonly #results: Results
  readonly #inTransaction: InTransaction
  readonly #references = new References()
  readonly #seen = new Set<string>()
  #batch: Entry<unknown>[] = []
  #resource: ResourceName | undefined

  constructor(options: ImportOptions, results: Results, inTransaction: InTransaction) {
    this.#options = options
    this.#results = results
    this.#inTransaction = inTransaction
  }

  async take(record: SourceRecord): Promise<void> {
    if (record.resource !== this.#resource) await this.flush()
    this.#resource = record.resource
    const entry = await this.#checked(record)
    if (entry.outcome === 'failed') this.#settle(entry)
    else this.#batch.push(entry)
    if (this.#batch.length >= (this.#options.batchSize ?? 500)) await this.flush()
  }

  async flush(): Promise<void> {
    const batch = this.#batch
    this.#batch = []
    if (this.#options.signal?.aborted) throw new ImportInterruptedError()
    if (!this.#resource || batch.length === 0) return
    await this.#write(this.#resource, batch)
    for (const entry of batch) this.#settle(entry)
    this.#options.onProgress?.(this.#resource, this.#doneWith(this.#resource))
  }

  async #checked(record: SourceRecord): Promise<Entry<unknown>> {
    const resource = resourceOf(record.resource)
    const { input, faults } = checkRecord(resource.schema, record.value, resource.strict ?? false)
    if (input === undefined) return { input, hash: '', record, outcome: 'failed', faults }
    const entry: Entry<unknown> = { input, hash: contentHash(input), record, faults }
    const key = `${record.resource}\n${resource.keyOf(input)}`
    if (this.#seen.has(key)) {
      const detail = 'The same record stands further up'
      return { ...entry, outcome: 'failed', faults: [...faults, { pointer: '', code: 'repeated', detail }] }
    }
    this.#seen.add(key)
    await resource.seal?.(entry, this.#options.findPinVault)
    return entry
  }

  /** One transaction for the batch. When somebody else takes a unique value meanwhile, one for each record. */
  async #write(resource: ResourceName, batch: Entry<unknown>[]): Promise<void> {
    const faults = batch.map((entry) => [...entry.faults])
    try {
      await this.#inTransaction(async (transaction) => {
        await resourceOf(resource).write(this.#context(transaction), batch)
        return batch.some(({ outcome }) => outcome === 'created' || outcome === 'updated')
      })
    } catch (error) {
      if (!(error instanceof DuplicateError) || this.#options.dryRun) throw error
      for (const [index, entry] of batch.entries()) {
        delete entry.outcome
        entry.faults = faults[index] ?? []
        if (batch.length > 1) await this.#write(resource, [entry])
        else this.#collide(entry, error)
      }
    }
  }

  #collide(entry: Entry<unknown>, { field }: DuplicateError): void {
    entry.outcome = 'failed'
    entry.faults.push({ pointer: `/${field}`, code: 'duplicate', detail: 'Another record has this value' })
  }

  #context(transaction: Transaction): ImportContext {
    const { ledger, now } = this.#options
    return { transaction, references: this.#references, ledger, now: new Date(now()).toISOString() }
  }

  #settle(entry: Entry<unknown>): void {
    const { ledger } = this.#options
    const { resource, origin, merged = [] } = entry.record
    const outcome = entry.outcome ?? 'failed'
    const counts = this.#results.get(resource) ?? { created: 0, updated: 0, unchanged: 0, failed: 0 }
    counts[outcome] += 1
    this.#results.set(resource, counts)
    const [first] = entry.faults
    if (outcome === 'failed') {
      const reason = first ? `${first.code} at ${first.pointer || '/'}` : 'refused'
      if (origin) ledger.settle(origin.file, 'rejected', reason)
      for (const { file } of merged) ledger.settle(file, 'rejected', `belongs to a refused record of ${resource}`)
    } else {
      if (origin) ledger.settle(origin.file, 'imported', `as ${resource}`)
      for (const { file } of merged) ledger.settle(file, 'merged', `into ${resource}`)
    }
    for (const fault of entry.faults) {
      const record = outcome === 'failed' ? 'rejected' : 'imported'
      this.#options.onRejected?.({ file: origin?.file ?? '', line: origin?.line ?? 0, resource, record, ...fault })
    }
  }

  #doneWith(resource: ResourceName): number {
    const { created = 0, updated = 0, unchanged = 0, failed = 0 } = this.#results.get(resource) ?? {}
    return created + updated + unchanged + failed
  }
}
