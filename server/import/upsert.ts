import { findByExternalIds, type Referable } from '#server/import/references.ts'
import { fail, importerOf, type Entry, type ImportContext } from '#server/import/resource.ts'
import { stableId } from '#server/import/stable-id.ts'
import { takenValues } from '#server/import/taken-values.ts'
import type { EntityRow } from '#server/store/entity-members.ts'
import type { Rows } from '#server/store/rows.ts'

export interface Sourced {
  sourceSystem: string
  externalId: string
  createdAt?: string | undefined
}

/** An entry that changes something: its new row and, unless it is new, the row as it was. */
export interface Written<C extends Referable, Input> {
  entry: Entry<Input>
  row: Rows[C]
  before: Rows[C] | undefined
}

/** Members that every versioned row has, for a new row or for the next version of one. */
export function entityMembers(
  collection: Referable,
  { now }: ImportContext,
  { input, hash }: Entry<Sourced>,
  before: EntityRow | undefined,
): EntityRow {
  const importer = importerOf(input.sourceSystem)
  return {
    id: before?.id ?? stableId(collection, input.sourceSystem, input.externalId),
    version: (before?.version ?? 0) + 1,
    createdAt: input.createdAt ?? before?.createdAt ?? now,
    createdBy: before?.createdBy ?? importer,
    updatedAt: now,
    updatedBy: importer,
    sourceSystem: input.sourceSystem,
    externalId: input.externalId,
    importHash: hash,
  }
}

async function presentRows<C extends Referable>(
  { transaction }: ImportContext,
  collection: C,
  entries: readonly Entry<Sourced>[],
): Promise<Map<string, Rows[C]>> {
  const present = new Map<string, Rows[C]>()
  const bySource = Map.groupBy(entries, ({ input }) => input.sourceSystem)
  for (const [sourceSystem, part] of bySource) {
    const externalIds = part.map(({ input }) => input.externalId)
    for (const row of await findByExternalIds(transaction, collection, sourceSystem, externalIds)) {
      present.set(`${sourceSystem}\n${row.externalId ?? ''}`, row)
    }
  }
  return present
}

/**
 * Creates what is new and changes what differs from its last import; what is the same as then is left alone, so that
 * edits by staff stay. Gives back what was written.
 */
export async function upsert<C extends Referable, Input extends Sourced>(
  context: ImportContext,
  collection: C,
  entries: readonly Entry<Input>[],
  rowOf: (entry: Entry<Input>, before: Rows[C] | undefined) => Rows[C],
): Promise<Written<C, Input>[]> {
  const present = await presentRows(context, collection, entries)
  const planned: Written<C, Input>[] = []
  for (const entry of entries) {
    const before = present.get(`${entry.input.sourceSystem}\n${entry.input.externalId}`)
    if (before?.importHash === entry.hash) entry.outcome = 'unchanged'
    else planned.push({ entry, before, row: rowOf(entry, before) })
  }
  const taken = await takenValues(
    context.transaction,
    collection,
    planned.map(({ row }) => row),
  )
  const written = planned.filter(({ entry, row }) => {
    const field = taken.get(row.id)
    if (field !== undefined) fail(entry, `/${field}`, 'duplicate', 'Another record has this value')
    return field === undefined
  })
  await write(context, collection, written)
  return written
}

async function write<C extends Referable, Input>(
  { transaction }: ImportContext,
  collection: C,
  written: readonly Written<C, Input>[],
): Promise<void> {
  const created = written.filter(({ before }) => before === undefined)
  await transaction.insert(
    collection,
    created.map(({ row }) => row),
  )
  for (const { entry, row, before } of written) {
    if (before) await transaction.update(collection, row.id, row)
    entry.outcome = before ? 'updated' : 'created'
  }
}
