import { isSame } from '#server/api/activity.ts'
import type { Entry, ImportContext } from '#server/import/resource.ts'
import type { CollectionName, Rows } from '#server/store/rows.ts'

/** Collections whose rows are known by their id alone, without a hash of the source. */
type Keyed = Extract<
  CollectionName,
  'memberships' | 'customerStores' | 'customerAttributes' | 'attributeDefinitions' | 'attributeGroups' | 'lookups'
>

/** Creates rows that are new and changes those that differ; a version, if the rows have one, moves on. */
export async function upsertKeyed<C extends Keyed, Input>(
  { transaction }: ImportContext,
  collection: C,
  entries: readonly Entry<Input>[],
  rowOf: (entry: Entry<Input>, before: Rows[C] | undefined) => Rows[C],
  idOf: (entry: Entry<Input>) => string,
): Promise<void> {
  const present = new Map((await transaction.getMany(collection, entries.map(idOf))).map((row) => [row.id, row]))
  for (const entry of entries) {
    const before = present.get(idOf(entry))
    const row = rowOf(entry, before)
    if (!before) {
      await transaction.insert(collection, [row])
      entry.outcome = 'created'
    } else if (isSame(before, row)) {
      entry.outcome = 'unchanged'
    } else {
      const version = 'version' in before ? { version: before.version + 1 } : {}
      await transaction.update(collection, row.id, { ...row, ...version })
      entry.outcome = 'updated'
    }
  }
}
