import { readFileSync, readdirSync } from 'node:fs'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { expect, it } from 'vitest'
import { changePositions } from '#server/store/sql/schema/live.ts'
import { tables } from '#server/store/sql/schema/tables.ts'

const snapshots = new URL('migrations/meta/', import.meta.url)

it('has a migration for every change of the schema', async () => {
  const newest = readdirSync(snapshots)
    .filter((name) => name.endsWith('_snapshot.json'))
    .toSorted()
    .at(-1)
  const migrated = JSON.parse(readFileSync(new URL(newest ?? '', snapshots), 'utf8')) as ReturnType<
    typeof generateDrizzleJson
  >
  const statements = await generateMigration(migrated, generateDrizzleJson({ ...tables, changePositions }, migrated.id))
  expect(statements).toEqual([])
})
