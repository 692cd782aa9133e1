import { describe, expect, it } from 'vitest'
import type { AddressRow, ScopeRow } from '#server/store/rows.ts'
import { DuplicateError } from '#server/store/store.ts'
import { createMemoryStore, type Change } from '#mocks/memory-store.ts'

const aScope = (over: Partial<ScopeRow> & { id: string }): ScopeRow => ({
  name: over.id,
  parentId: null,
  currency: 'EUR',
  languages: [],
  sourceSystem: null,
  externalId: null,
  importHash: null,
  ...over,
})

const idsOf = (rows: readonly { id: string }[]) => rows.map((row) => row.id)

describe('memory store', () => {
  it('hands out copies', async () => {
    const store = createMemoryStore({ rows: { scopes: [aScope({ id: 'a', languages: ['de'] })] } })
    const scope = await store.get('scopes', 'a')
    scope?.languages.push('fr')
    expect(await store.get('scopes', 'a')).toMatchObject({ languages: ['de'] })
  })

  it('sorts by code point, missing values last both ways', async () => {
    const names = ['z', '\u{1F600}', '\uFF5E', 'a', 'B']
    const rows = names.map((name, index) => aScope({ id: `s${index}`, name, externalId: index === 0 ? null : name }))
    const store = createMemoryStore({ rows: { scopes: rows } })
    const ascending = await store.find('scopes', { sort: [{ field: 'externalId' }] })
    expect(ascending.rows.map((row) => row.name)).toEqual(['B', 'a', '\uFF5E', '\u{1F600}', 'z'])
    const descending = await store.find('scopes', { sort: [{ field: 'externalId', descending: true }] })
    expect(descending.rows.map((row) => row.name)).toEqual(['\u{1F600}', '\uFF5E', 'a', 'B', 'z'])
  })

  it('undoes a transaction that throws', async () => {
    const store = createMemoryStore({ rows: { scopes: [aScope({ id: 'a' }), aScope({ id: 'b' })] } })
    const failing = store.transaction(async (tx) => {
      await tx.update('scopes', 'a', { name: 'changed' })
      await tx.remove('scopes', 'b')
      await tx.insert('scopes', [aScope({ id: 'c' })])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    const { rows } = await store.find('scopes', {})
    expect(rows.map((row) => row.name)).toEqual(['a', 'b'])
    expect(store.changes()).toEqual([])
  })

  it('shows nothing of a transaction under way', async () => {
    const store = createMemoryStore({ rows: { scopes: [aScope({ id: 'a', name: 'old' })] } })
    const { promise: pause, resolve: proceed } = Promise.withResolvers<void>()
    const writing = store.transaction(async (tx) => {
      await tx.update('scopes', 'a', { name: 'half' })
      await pause
      await tx.update('scopes', 'a', { name: 'new' })
    })
    const reading = store.get('scopes', 'a')
    proceed()
    await writing
    expect(await reading).toMatchObject({ name: 'new' })
  })

  it('refuses a taken unique value, whole batches at once, and goes on', async () => {
    const key = { sourceSystem: 'erp', externalId: '1' }
    const store = createMemoryStore({ rows: { scopes: [aScope({ id: 'a', ...key })] } })
    await store.transaction(async (tx) => {
      const inserting = tx.insert('scopes', [aScope({ id: 'b' }), aScope({ id: 'c', ...key })])
      await expect(inserting).rejects.toEqual(new DuplicateError('scopes', 'externalId', 'a'))
      await expect(tx.insert('scopes', [aScope({ id: 'a' })])).rejects.toMatchObject({ field: 'id' })
      await tx.insert('scopes', [aScope({ id: 'd', sourceSystem: 'erp' }), aScope({ id: 'e', sourceSystem: 'erp' })])
    })
    expect(idsOf((await store.find('scopes', {})).rows)).toEqual(['a', 'd', 'e'])
  })

  it('frees a unique value with its row', async () => {
    const key = { sourceSystem: 'erp', externalId: '1' }
    const store = createMemoryStore({ rows: { scopes: [aScope({ id: 'a', ...key })] } })
    await store.transaction(async (tx) => {
      await tx.update('scopes', 'a', { externalId: '2' })
      await tx.insert('scopes', [aScope({ id: 'b', ...key })])
      await tx.remove('scopes', 'b')
      await tx.insert('scopes', [aScope({ id: 'c', ...key })])
    })
    expect(idsOf((await store.find('scopes', {})).rows)).toEqual(['a', 'c'])
  })

  it('tells what changed since the initial rows, takes it over elsewhere, and resets', async () => {
    const rows = { scopes: [aScope({ id: 'a' }), aScope({ id: 'b' })] }
    const told: Change[][] = []
    const store = createMemoryStore({
      rows,
      onChange: (changes) => {
        told.push(changes)
      },
    })
    await store.transaction(async (tx) => {
      await tx.update('scopes', 'a', { name: 'A' })
      await tx.remove('scopes', 'b')
      await tx.insert('scopes', [aScope({ id: 'c' })])
      await tx.update('scopes', 'c', { name: 'C' })
    })
    expect(told).toHaveLength(1)
    expect(told[0]).toEqual(store.changes())
    const other = createMemoryStore({ rows })
    await other.apply(structuredClone(store.changes()))
    expect((await other.find('scopes', {})).rows).toEqual([
      aScope({ id: 'a', name: 'A' }),
      aScope({ id: 'c', name: 'C' }),
    ])
    expect(other.changes()).toEqual(store.changes())
    await other.reset()
    expect(idsOf((await other.find('scopes', {})).rows)).toEqual(['a', 'b'])
    expect(other.changes()).toEqual([])
  })

  it('undoes a transaction whose changes could not be kept', async () => {
    const store = createMemoryStore({ onChange: () => Promise.reject(new Error('disk full')) })
    await expect(store.transaction((tx) => tx.insert('scopes', [aScope({ id: 'a' })]))).rejects.toThrow('disk full')
    expect(await store.get('scopes', 'a')).toBeUndefined()
  })

  it('pages through ties without a row twice or missing', async () => {
    const rows = Array.from({ length: 25 }, (_, index) =>
      aScope({ id: `s${index}`, currency: index % 2 ? 'EUR' : 'USD' }),
    )
    const store = createMemoryStore({ rows: { scopes: rows } })
    const sort = [{ field: 'currency', descending: true }] as const
    const seen: string[] = []
    let after: readonly (string | number | boolean | null)[] | undefined
    do {
      const page = await store.find('scopes', { sort, limit: 4, ...(after && { after }) })
      seen.push(...idsOf(page.rows))
      after = page.next
    } while (after)
    expect(seen).toEqual(idsOf((await store.find('scopes', { sort })).rows))
    expect(new Set(seen).size).toBe(25)
  })

  it('refuses work after its transaction', async () => {
    const store = createMemoryStore()
    const leaked = await store.transaction(async (tx) => ({ tx }))
    await expect(leaked.tx.get('scopes', 'a')).rejects.toThrow('over')
  })

  it('follows links to other collections', async () => {
    const addresses = [
      { id: 'x', customerId: 'a', deletedAt: null },
      { id: 'y', customerId: 'b', deletedAt: '2026-01-01T00:00:00.000Z' },
    ] as AddressRow[]
    const store = createMemoryStore({ rows: { scopes: ['a', 'b', 'c'].map((id) => aScope({ id })), addresses } })
    const linked = { op: 'exists', collection: 'addresses', link: 'customerId' } as const
    const present = { op: 'in', field: 'deletedAt', values: [null] } as const
    expect(idsOf((await store.find('scopes', { where: linked })).rows)).toEqual(['a', 'b'])
    expect(idsOf((await store.find('scopes', { where: { ...linked, where: present } })).rows)).toEqual(['a'])
    expect(await store.count('scopes', { op: 'not', condition: { ...linked, where: present } }, 10)).toBe(2)
    expect(await store.count('scopes', undefined, 1)).toBe(2)
  })
})
