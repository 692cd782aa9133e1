import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import type { SettingRow } from '#server/store/rows.ts'
import { createMemoryStore, type Change } from '#mocks/memory-store.ts'
import { openPersistedChanges, type PersistedChanges } from '#mocks/persist-changes.ts'

const rows = { settings: [{ id: 'a', value: 1 }] satisfies SettingRow[] }

const storeOver = (persisted: PersistedChanges) =>
  createMemoryStore({ rows, onChange: (changes) => persisted.save(changes) })

it('gives a new store back what a transaction changed', async () => {
  const persisted = await openPersistedChanges({ name: 'kept', seed: '1' })
  const store = storeOver(persisted)
  await store.transaction(async (tx) => {
    await tx.update('settings', 'a', { value: { deep: ['2'] } })
    await tx.insert('settings', [{ id: 'b', value: 3 }])
  })
  await store.transaction((tx) => tx.remove('settings', 'b'))
  persisted.close()

  const reloaded = await openPersistedChanges({ name: 'kept', seed: '1' })
  const next = storeOver(reloaded)
  await next.apply(await reloaded.load())
  expect((await next.find('settings', {})).rows).toEqual([{ id: 'a', value: { deep: ['2'] } }])
  await reloaded.clear()
  expect(await reloaded.load()).toEqual([])
  reloaded.close()
})

it('passes on what lasts no longer than a page, and does not keep it', async () => {
  const options = { name: 'passed', seed: '1', passedOn: ['outbox'] } as const
  const persisted = await openPersistedChanges(options)
  const other = await openPersistedChanges(options)
  const { promise: changed, resolve: onChanged } = Promise.withResolvers<Change[]>()
  other.listen({ changed: onChanged, cleared: () => {} })
  const changes: Change[] = [
    { collection: 'outbox', id: 'o', row: null },
    { collection: 'settings', id: 'a', row: null },
  ]
  await persisted.save(changes)
  expect(await changed).toEqual(changes)
  expect(await other.load()).toEqual(changes.slice(1))
  persisted.close()
  other.close()
})

it('drops what was saved over another seed', async () => {
  const persisted = await openPersistedChanges({ name: 'seeded', seed: '1' })
  expect(await persisted.load()).toEqual([])
  await persisted.save([{ collection: 'settings', id: 'a', row: null }])
  persisted.close()
  const other = await openPersistedChanges({ name: 'seeded', seed: '2' })
  expect(await other.load()).toEqual([])
  other.close()
})

it('tells other windows', async () => {
  const persisted = await openPersistedChanges({ name: 'shared', seed: '1' })
  const other = await openPersistedChanges({ name: 'shared', seed: '1' })
  const { promise: changed, resolve: onChanged } = Promise.withResolvers<Change[]>()
  const { promise: cleared, resolve: onCleared } = Promise.withResolvers<void>()
  other.listen({ changed: onChanged, cleared: onCleared })
  const changes: Change[] = [{ collection: 'settings', id: 'a', row: { id: 'a', value: 2 } }]
  await persisted.save(changes)
  expect(await changed).toEqual(changes)
  await persisted.clear()
  await cleared
  persisted.close()
  other.close()
})
