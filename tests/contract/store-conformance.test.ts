import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foldText } from '#/contract/fold-text.ts'
import { changeId, type ChangeRow } from '#server/store/live-rows.ts'
import type { AttributeDefinitionRow } from '#server/store/rows.ts'
import { DuplicateError, type Reader, type Scalar, type Store, type Transaction } from '#server/store/store.ts'
import { aChange } from '#tests/live-rows.ts'
import { stores } from '#tests/contract/stores.ts'
import { aCustomerRow, anOrderRow, aScopeRow } from '#tests/store-rows.ts'

const undone = new Error('undone')

/** Works in a transaction of which nothing remains. */
async function tryOut(store: Store, work: (tx: Transaction) => Promise<void>): Promise<void> {
  const trying = store.transaction(async (tx) => {
    await work(tx)
    throw undone
  })
  await expect(trying).rejects.toBe(undone)
}

const sortedIds = (rows: readonly { id: string }[]) => rows.map((row) => row.id).toSorted()
const idsOf = (rows: readonly { id: string }[]) => rows.map((row) => row.id)

describe.each(stores)('$name', ({ open }) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(async () => store.close())

  it('gives back what it was given', async () => {
    const customer = aCustomerRow('c1', {
      createdAt: '2026-02-03T04:05:06.789Z',
      updatedAt: '2026-02-03T04:05:06.700Z',
      firstName: `O'Neill "%_\\" {a,b} \u{1F600} שלום`,
      birthday: '1970-12-31',
      isRecurringBuyer: true,
      scopeIds: ['a', 'b"c', 'd\\e', '{f,g}', ''],
      marketingConsents: [{ channel: 'email', granted: true, at: null }],
    })
    const order = anOrderRow('o1', 'c1', {
      totalMinor: 9_007_199_254_740_991,
      recurring: null,
      createdAt: '0099-01-01T00:00:00.000Z',
    })
    const definition: AttributeDefinitionRow = {
      id: 'limit',
      version: 1,
      updatedAt: null,
      updatedBy: { type: 'staff', id: 'u1', displayName: 'Lee Wong' },
      label: { en: 'Limit' },
      description: null,
      groupId: null,
      displayOrder: 1,
      dataType: 'text',
      required: false,
      multiple: false,
      multilingual: false,
      searchable: false,
      readOnly: false,
      retiredAt: null,
      min: 1.5,
      max: '2026-01-01T00:00:00.000Z',
      maxLength: null,
      default: '12',
      lookupName: null,
      referenceEntity: null,
    }
    await tryOut(store, async (tx) => {
      await tx.insert('customers', [customer])
      await tx.insert('orders', [order])
      await tx.insert('attributeDefinitions', [definition])
      await tx.insert('settings', [
        { id: 'text', value: 'true' },
        { id: 'none', value: null },
      ])
      expect(await tx.get('customers', 'c1')).toEqual(customer)
      expect(await tx.lock('orders', 'o1')).toEqual(order)
      expect((await tx.find('attributeDefinitions', {})).rows).toEqual([definition])
      expect(await tx.get('settings', 'text')).toEqual({ id: 'text', value: 'true' })
      expect(await tx.get('settings', 'none')).toEqual({ id: 'none', value: null })
      expect(await tx.get('orders', 'c1')).toBeUndefined()
      expect(sortedIds(await tx.getMany('settings', ['text', 'gone', 'none', 'text']))).toEqual(['none', 'text'])
      expect(await tx.getMany('settings', [])).toEqual([])
    })
  })

  it('replaces what no database can hold, in rows and in conditions', async () => {
    await tryOut(store, async (tx) => {
      await tx.insert('customers', [aCustomerRow('c1', { nameSort: 'a\0b\uD800', pin: '\uDC00' })])
      await tx.insert('settings', [{ id: 's', value: { 'k\0': ['\0'] } }])
      expect(await tx.get('customers', 'c1')).toMatchObject({ nameSort: 'a\uFFFDb\uFFFD', pin: '\uFFFD' })
      expect(await tx.get('settings', 's')).toEqual({ id: 's', value: { 'k\uFFFD': ['\uFFFD'] } })
      for (const where of [
        { op: 'in', field: 'nameSort', values: ['a\0b\uD800'] },
        { op: 'contains', field: 'nameSort', text: '\0' },
        { op: 'prefix', field: 'nameSort', text: 'a\0' },
        { op: 'range', field: 'nameSort', from: 'a\0' },
      ] as const) {
        expect(await tx.count('customers', where, 10)).toBe(1)
      }
      expect(await tx.get('customers', '\0')).toBeUndefined()
    })
  })

  it('changes only the named members', async () => {
    await tryOut(store, async (tx) => {
      const customer = aCustomerRow('c1', { firstName: 'Ann', lastName: 'Lee', marketingConsents: [] })
      await tx.insert('customers', [customer])
      const changes = {
        firstName: null,
        version: 2,
        scopeIds: ['x'],
        openCaseCount: 3,
        lastLoginAt: '2026-03-01T00:00:00.001Z',
      }
      expect(await tx.update('customers', 'c1', changes)).toBe(true)
      expect(await tx.get('customers', 'c1')).toEqual({ ...customer, ...changes })
      expect(await tx.update('customers', 'c1', {})).toBe(true)
      expect(await tx.update('customers', 'gone', { version: 3 })).toBe(false)
      expect(await tx.update('customers', 'gone', {})).toBe(false)
      expect(await tx.remove('customers', 'c1')).toBe(true)
      expect(await tx.remove('customers', 'c1')).toBe(false)
    })
  })

  it('keeps a transaction whole, and undoes one that throws', async () => {
    await store.transaction((tx) => tx.insert('scopes', [aScopeRow('kept')]))
    await tryOut(store, async (tx) => {
      await tx.update('scopes', 'kept', { name: 'changed' })
      await tx.insert('scopes', [aScopeRow('new')])
    })
    expect((await store.find('scopes', {})).rows).toEqual([aScopeRow('kept')])
    expect(await store.transaction((tx) => tx.remove('scopes', 'kept'))).toBe(true)
    expect(await store.count('scopes', undefined, 10)).toBe(0)
  })

  it('refuses taken unique values, says whose they are, and carries on in the same transaction', async () => {
    await tryOut(store, async (tx) => {
      const source = { sourceSystem: 'erp', externalId: '1' }
      await tx.insert('customers', [aCustomerRow('c1', { username: 'ann' }), aCustomerRow('c2', source)])
      const refused = [
        [aCustomerRow('c1', { customerNumber: 'n' }), 'id', 'c1'],
        [aCustomerRow('c3', { customerNumber: 'c2' }), 'customerNumber', 'c2'],
        [aCustomerRow('c3', { username: 'ann' }), 'username', 'c1'],
        [aCustomerRow('c3', source), 'externalId', 'c2'],
      ] as const
      for (const [row, field, id] of refused) {
        const batch = [aCustomerRow('c8'), row, aCustomerRow('c9')]
        await expect(tx.insert('customers', batch)).rejects.toEqual(new DuplicateError('customers', field, id))
      }
      const twice = [aCustomerRow('c8'), aCustomerRow('c9', { customerNumber: 'c8' })]
      await expect(tx.insert('customers', twice)).rejects.toEqual(
        new DuplicateError('customers', 'customerNumber', 'c8'),
      )
      await expect(tx.update('customers', 'c2', { username: 'ann', version: 9 })).rejects.toEqual(
        new DuplicateError('customers', 'username', 'c1'),
      )
      expect(await tx.update('customers', 'c1', { username: 'ann' })).toBe(true)
      expect(await tx.update('customers', 'c1', { username: null })).toBe(true)
      expect(await tx.update('customers', 'c2', { username: 'ann' })).toBe(true)
      await tx.insert('customers', [
        aCustomerRow('c4', { sourceSystem: 'erp' }),
        aCustomerRow('c5', { sourceSystem: 'erp' }),
      ])
      expect(sortedIds((await tx.find('customers', {})).rows)).toEqual(['c1', 'c2', 'c4', 'c5'])
      expect(await tx.get('customers', 'c2')).toMatchObject({ username: 'ann', version: 1 })
    })
  })

  it('sorts by bytes, missing values last both ways, ties by id in the same direction', async () => {
    const names = ['b', 'B', 'a b', 'ab', '\u{1F600}', '\uFF5E', 'é', 'Z', null, null]
    await tryOut(store, async (tx) => {
      const rows = names.map((emailSort, index) => aCustomerRow(`c${index}`, { emailSort }))
      await tx.insert('customers', rows.toReversed())
      const sorted = async (descending: boolean) => {
        const found = await tx.find('customers', { sort: [{ field: 'emailSort', descending }] })
        return found.rows.map((row) => row.emailSort ?? row.id)
      }
      const bytewise = ['B', 'Z', 'a b', 'ab', 'b', 'é', '\uFF5E', '\u{1F600}']
      expect(await sorted(false)).toEqual([...bytewise, 'c8', 'c9'])
      expect(await sorted(true)).toEqual([...bytewise.toReversed(), 'c9', 'c8'])
    })
  })

  it('pages by rank, mixed directions and missing values without a row twice or missing', async () => {
    await tryOut(store, async (tx) => {
      const rows = Array.from({ length: 40 }, (_, index) =>
        aCustomerRow(`c${index}`, {
          tier: index % 3 === 0 ? 'vip' : 'standard',
          registeredAt: index % 4 === 0 ? null : `2026-0${(index % 5) + 1}-01T00:00:00.000Z`,
          openCaseCount: index % 2,
        }),
      )
      await tx.insert('customers', rows)
      const sort = [
        {
          rank: [
            { op: 'in', field: 'tier', values: ['vip'] },
            { op: 'in', field: 'openCaseCount', values: [1] },
          ],
        },
        { field: 'registeredAt', descending: true },
        { field: 'openCaseCount' },
      ] as const
      const whole = idsOf((await tx.find('customers', { sort })).rows)
      expect(whole).toHaveLength(40)
      for (const limit of [1, 7, 39, 40]) {
        expect(await pagedIds(tx, { sort, limit })).toEqual(whole)
      }
    })
  })

  it('counts to the cap and one beyond', async () => {
    await tryOut(store, async (tx) => {
      await tx.insert(
        'orders',
        Array.from({ length: 12 }, (_, index) => anOrderRow(`o${index}`, 'c')),
      )
      expect(await tx.count('orders', undefined, 100)).toBe(12)
      expect(await tx.count('orders', { op: 'in', field: 'id', values: ['o1', 'o2'] }, 100)).toBe(2)
      expect(await tx.count('orders', undefined, 5)).toBe(6)
      expect(await tx.count('orders', { op: 'in', field: 'id', values: [] }, 5)).toBe(0)
    })
  })

  it('takes the longest name along with the longest email', async () => {
    await tryOut(store, async (tx) => {
      // Syllables of Hangul fold into up to three letters of three bytes; none of these repeats.
      const syllables = (count: number, start: number) =>
        Array.from({ length: count }, (_, index) =>
          String.fromCodePoint(0xac_00 + (((start + index) * 7919) % 11_172)),
        ).join('')
      const [nameSort, emailSort] = [syllables(300, 0), `${syllables(310, 400)}@kim.kr`].map(foldText)
      const row = aCustomerRow('c1', { nameSort: nameSort ?? '', emailSort: emailSort ?? '', scopeIds: ['kr'] })
      await tx.insert('customers', [row])
      expect(await tx.get('customers', 'c1')).toEqual(row)
    })
  })

  it('takes thousands of rows in one call', async () => {
    await tryOut(store, async (tx) => {
      const rows = Array.from({ length: 3500 }, (_, index) =>
        anOrderRow(`o${index}`, `c${index % 7}`, { itemCount: index }),
      )
      await tx.insert('orders', rows)
      expect(await tx.count('orders', { op: 'range', field: 'itemCount', from: 3400 }, 1000)).toBe(100)
      const ids = rows.map((row) => row.id)
      expect(await tx.getMany('orders', ids)).toHaveLength(3500)
      const late = [...Array.from({ length: 2400 }, (_, index) => anOrderRow(`x${index}`, 'c')), anOrderRow('o1', 'c')]
      await expect(tx.insert('orders', late)).rejects.toEqual(new DuplicateError('orders', 'id', 'o1'))
      expect(await tx.count('orders', undefined, 10_000)).toBe(3500)
    })
  })

  it('lets one of two writers wait for the other', async () => {
    await store.transaction((tx) => tx.insert('customers', [aCustomerRow('c1', { openCaseCount: 0 })]))
    const increments = Array.from({ length: 8 }, () =>
      store.transaction(async (tx) => {
        const row = await tx.lock('customers', 'c1')
        await tx.update('customers', 'c1', { openCaseCount: (row?.openCaseCount ?? 0) + 1 })
      }),
    )
    await Promise.all(increments)
    expect(await store.get('customers', 'c1')).toMatchObject({ openCaseCount: 8 })
    await store.transaction((tx) => tx.remove('customers', 'c1'))
  })

  it('keeps the log of changes in the order in which transactions end, whoever reads it meanwhile', async () => {
    const told: number[] = []
    const unwatch = store.watch(() => told.push(told.length))
    const waits = Array.from({ length: 24 }, (_, index) => (index * 7) % 13)
    const writing = Promise.allSettled(
      waits.map((wait, index) =>
        store.transaction(async (tx) => {
          await delay(wait)
          await tx.append([toldOf(`${index}.a`), toldOf(`${index}.b`)])
          await delay((index * 17) % 29)
          if (index % 5 === 4) throw undone
        }),
      ),
    )
    let isOver = false
    void writing.then(() => (isOver = true))
    const seen: ChangeRow[] = []
    for (let isLast = false; !isLast;) {
      isLast = isOver
      const where = { op: 'range', field: 'id', from: changeId((seen.at(-1)?.seq ?? 0) + 1) } as const
      seen.push(...(await store.find('changes', { where })).rows)
    }
    const { rows } = await store.find('changes', {})
    expect(seen).toEqual(rows)
    expect(rows.map(({ seq }) => changeId(seq))).toEqual(idsOf(rows))
    const kept = waits.flatMap((_, index) => (index % 5 === 4 ? [] : [`${index}.a`, `${index}.b`]))
    expect(rows.map(({ resourceId }) => resourceId).toSorted()).toEqual(kept.toSorted())
    // What was appended together stands together.
    expect(rows.filter((_, index) => index % 2 === 1).map(({ resourceId }) => resourceId)).toEqual(
      rows.filter((_, index) => index % 2 === 0).map(({ resourceId }) => resourceId.replace('a', 'b')),
    )
    expect(told.length).toBeGreaterThan(0)
    unwatch()
  })

  it('lets one of two inserters of one unique value in', async () => {
    const inserts = ['c1', 'c2', 'c3'].map((id) =>
      store.transaction((tx) => tx.insert('customers', [aCustomerRow(id, { username: 'same' })])),
    )
    const results = await Promise.allSettled(inserts)
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    const { rows } = await store.find('customers', {})
    expect(rows).toHaveLength(1)
    for (const result of results) {
      if (result.status === 'fulfilled') continue
      expect(result.reason).toEqual(new DuplicateError('customers', 'username', rows[0]?.id ?? null))
    }
    await store.transaction((tx) => tx.remove('customers', rows[0]?.id ?? ''))
  })
})

const toldOf = (resourceId: string) => aChange({ resourceId })

async function pagedIds(reader: Reader, query: Parameters<typeof reader.find<'customers'>>[1]): Promise<string[]> {
  const ids: string[] = []
  let after: readonly Scalar[] | undefined
  do {
    const page = await reader.find('customers', { ...query, ...(after && { after }) })
    ids.push(...idsOf(page.rows))
    after = page.next
  } while (after)
  return ids
}
