import type { Actor } from '#/contract/common.ts'
import type { Schema } from '#/contract/endpoint.ts'
import type { PinVault } from '#server/api/pin-vault.ts'
import type { Ledger } from '#server/import/ledger.ts'
import type { Reference, Referable, References } from '#server/import/references.ts'
import type { Fault, Outcome, SourceRecord } from '#server/import/source-record.ts'
import type { Transaction } from '#server/store/store.ts'

/** A checked record on its way into the store; whoever writes it says what it became. */
export interface Entry<Input> {
  input: Input
  hash: string
  record: SourceRecord
  outcome?: Outcome
  /** Why it failed, or what was changed about it although it did not. */
  faults: Fault[]
}

/** What every part of an import shares; one transaction for each batch. */
export interface ImportContext {
  transaction: Transaction
  references: References
  ledger: Ledger
  /** Instant of the import. */
  now: string
}

/** Where PINs are sealed; nothing without a key. */
export type FindPinVault = () => Promise<PinVault | undefined>

/** One kind of record: what a line must look like and how lines get into the store. */
export interface Resource<Input> {
  schema: Schema
  /** Tells lines apart; the second of one key in an import is refused. */
  keyOf: (input: Input) => string
  /** Makes secrets of a checked record unreadable, and sees to it that its hash does not give them away. */
  seal?: (entry: Entry<Input>, findVault: FindPinVault) => Promise<void>
  write: (context: ImportContext, entries: Entry<Input>[]) => Promise<void>
  /** Whether identifiers, too, must not look like a card number. */
  strict?: boolean
}

export const importerOf = (sourceSystem: string): Actor => ({ type: 'importer', id: sourceSystem, displayName: null })

export function fail(entry: Entry<unknown>, pointer: string, code: string, detail: string): void {
  entry.outcome = 'failed'
  entry.faults.push({ pointer, code, detail })
}

/** What entries refer to. */
export interface Wanted<Input> {
  collection: Referable
  /** Name of the member that holds the reference. */
  member: string
  of: (input: Input) => readonly (Reference | null | undefined)[]
}

/** Finds what the entries refer to. Those that refer to nothing known fail; the others are given back. */
export async function resolved<Input>(
  { transaction, references }: ImportContext,
  entries: Entry<Input>[],
  wanted: readonly Wanted<Input>[],
): Promise<Entry<Input>[]> {
  for (const { collection, member, of } of wanted) {
    const named = entries.map((entry) => ({ entry, list: of(entry.input).filter((reference) => !!reference) }))
    await references.load(
      transaction,
      collection,
      named.flatMap(({ list }) => list),
    )
    for (const { entry, list } of named) {
      if (list.some((reference) => references.idOf(collection, reference) === undefined)) {
        fail(entry, `/${member}`, 'unknown-reference', 'Refers to a record that is not here')
      }
    }
  }
  return entries.filter((entry) => entry.outcome !== 'failed')
}
