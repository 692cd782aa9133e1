import type { Actor } from '#/contract/common.ts'
import { isSame } from '#/contract/same-json.ts'
import type { Entry, ImportContext } from '#server/import/resource.ts'
import type { LastChange } from '#server/store/entity-members.ts'
import type { CollectionName, Rows } from '#server/store/rows.ts'

/** Collections whose rows are known by their id alone, without a hash of the source. */
type Keyed = Extract<
  CollectionName,
  'memberships' | 'customerStores' | 'customerAttributes' | 'attributeDefinitions' | 'attributeGroups' | 'lookups'
>

const importer: Actor = { type: 'importer', id: null, displayName: null }

/** As it was: who changes what is known once it is clear that anything does. */
export const lastChangeOf = (before: LastChange | undefined): LastChange => ({
  updatedAt: before?.updatedAt ?? null,
  updatedBy: before?.updatedBy ?? null,
})

/** Creates rows that are new and changes those that differ; a version, if the rows have one, moves on and is signed. */
export async function upsertKeyed<C extends Keyed, Input>(
  { transaction, now }: ImportContext,
  collection: C,
  entries: readonly Entry<Input>[],
  rowOf: (entry: Entry<Input>, before: Rows[C] | undefined) => Rows[C],
  idOf: (entry: Entry<Input>) => string,
): Promise<void> {
  const present = new Map((await transaction.getMany(collection, entries.map(idOf))).map((row) => [row.id, row]))
  const change = { updatedAt: now, updatedBy: importer }
  for (const entry of entries) {
    const before = present.get(idOf(entry))
    const row = rowOf(entry, before)
    if (!before) {
      await transaction.insert(collection, ['updatedBy' in row ? { ...row, ...change } : row])
      entry.outcome = 'created'
    } else if (isSame(before, row)) {
      entry.outcome = 'unchanged'
    } else {
      const version = 'version' in before ? { version: before.version + 1, ...change } : {}
      await transaction.update(collection, row.id, { ...row, ...version })
      entry.outcome = 'updated'
    }
  }
}
