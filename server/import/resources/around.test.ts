import { expect, it } from 'vitest'
import type { ResourceName } from '#server/import/source-record.ts'
import { createMemoryStore } from '#mocks/memory-store.ts'
import { importRecords } from '#tests/import-run.ts'

const key = (externalId: string) => ({ sourceSystem: 'crm', externalId })
const of = (externalId: string, customer = '1') => ({ ...key(externalId), customer: key(customer) })
const openedAt = '2026-01-01T00:00:00Z'

const theCase = (over: object = {}) => ({
  ...of('k1'),
  number: 'T-1',
  subject: 'Late',
  status: 'new',
  openedAt,
  comments: [{ content: 'Asked', at: openedAt, author: 'Sam' }],
  ...over,
})

const records: (readonly [ResourceName, unknown])[] = [
  ['customers', { ...key('1'), customerNumber: 'C-1', firstName: 'Ada', lastName: 'Park' }],
  ['customers', { ...key('2'), customerNumber: 'C-2', firstName: 'Grace', lastName: 'Park' }],
  ['contacts', { ...of('t1'), name: 'a', createdAt: '2026-01-01T00:00:00Z', isPrimary: true }],
  ['contacts', { ...of('t2'), name: 'b', createdAt: '2026-01-02T00:00:00Z', isPrimary: true }],
  ['alternative-contacts', { ...of('l1'), member: key('2'), billing: true }],
  ['alternative-contacts', { ...of('l2'), member: key('1'), support: true }],
  ['alternative-contacts', { ...of('l3', '2'), member: key('1') }],
  ['cases', theCase()],
  ['cases', theCase({ ...key('k2'), number: 'T-2', status: 'closed' })],
  ['notes', { ...of('n1'), content: 'second', createdAt: '2026-01-02T00:00:00Z', author: 'Sam' }],
  ['notes', { ...of('n2'), content: 'first', createdAt: '2026-01-01T00:00:00Z' }],
  ['notes', { ...of('n3'), content: 'card 4111 1111 1111 1111' }],
  ['activities', { ...of('h1'), kind: 'letterSent', group: 'communication', at: openedAt, legacy: true }],
]

it('brings in what stands around customers, by the rules that hold here', async () => {
  const store = createMemoryStore()
  const { rejected } = await importRecords(store, records)
  expect(rejected.map(({ resource, code, record }) => `${resource} ${code} ${record}`)).toEqual([
    'alternative-contacts self rejected',
    'alternative-contacts no-permission rejected',
    'notes card-number rejected',
    'notes wrong-type rejected',
  ])
  const contacts = (await store.find('contacts', { sort: [{ field: 'name' }] })).rows
  expect(contacts.map(({ name, isPrimary, isBilling }) => [name, isPrimary, isBilling])).toEqual([
    ['a', false, true],
    ['b', true, false],
  ])
  const [ada] = (await store.find('customers', { sort: [{ field: 'customerNumber' }] })).rows
  expect(ada?.openCaseCount).toBe(1)
  const notes = (await store.find('notes', { where: { op: 'in', field: 'source', values: ['note'] } })).rows
  expect(notes.map(({ number, content }) => `${number} ${content}`).toSorted()).toEqual(['1 first', '2 second'])
  expect(notes.find(({ number }) => number === 2)?.createdBy).toEqual({ type: 'staff', id: null, displayName: 'Sam' })
  const legacy = { op: 'in', field: 'legacy', values: [true] } as const
  expect((await store.find('activities', { where: legacy })).rows).toMatchObject([
    { kind: 'letterSent', customerId: ada?.id, actor: { type: 'importer', id: 'crm' } },
  ])
})

it('changes nothing when it is run again, and replaces the comments of a case that changed', async () => {
  const store = createMemoryStore()
  await importRecords(store, records)
  const before = [(await store.find('notes', {})).rows, (await store.find('contacts', {})).rows]
  const again = await importRecords(store, records)
  expect(again.resources.reduce((sum, { created, updated }) => sum + created + updated, 0)).toBe(0)
  expect([(await store.find('notes', {})).rows, (await store.find('contacts', {})).rows]).toEqual(before)

  await importRecords(store, [['cases', theCase({ status: 'closed', comments: [{ content: 'Came', at: openedAt }] })]])
  const { rows } = await store.find('notes', { where: { op: 'in', field: 'source', values: ['case'] } })
  const [late] = (await store.find('cases', { where: { op: 'in', field: 'number', values: ['T-1'] } })).rows
  expect(
    rows
      .filter(({ caseId }) => caseId === late?.id)
      .map(({ content }) => content)
      .toSorted(),
  ).toEqual(['Came', 'Late'])
  const [ada] = (await store.find('customers', { sort: [{ field: 'customerNumber' }] })).rows
  expect(ada?.openCaseCount).toBe(0)
})
