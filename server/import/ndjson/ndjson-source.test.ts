import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { createMemoryStore } from '#mocks/memory-store.ts'
import { printReport } from '#server/import/report.ts'
import { resourceNames } from '#server/import/source-record.ts'
import { importNdjson } from '#tests/import-run.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

async function folderWith(files: Record<string, string[]>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ndjson-'))
  folders.push(folder)
  for (const [file, lines] of Object.entries(files)) await writeFile(join(folder, file), `${lines.join('\n')}\n`)
  return folder
}

const customer = (id: string, over = {}) =>
  JSON.stringify({ sourceSystem: 'crm', externalId: id, customerNumber: id, lastName: 'MÃ¼ller', ...over })
const membership = JSON.stringify({
  customer: { sourceSystem: 'crm', externalId: '1' },
  organization: { sourceSystem: 'crm', externalId: 'o' },
})

it('reads the files in the order in which they refer to one another', async () => {
  const folder = await folderWith({
    'memberships.ndjson': [membership],
    'customers.ndjson': [customer('1')],
    'organizations.ndjson': [JSON.stringify({ sourceSystem: 'crm', externalId: 'o', name: 'Verein' })],
  })
  const store = createMemoryStore()
  const { rejected, resources } = await importNdjson(store, folder)
  expect(rejected).toEqual([])
  expect(resources.map(({ resource }) => resource)).toEqual(['organizations', 'customers', 'memberships'])
  expect((await store.find('memberships', {})).rows).toHaveLength(1)
})

it('counts lines as an editor does, and goes on behind bad ones', async () => {
  const folder = await folderWith({
    'customers.ndjson': [
      `\u{FEFF}${customer('1')}`,
      '',
      '{"half',
      customer('2', { tier: 'gold' }),
      customer('3'),
      '[]',
    ],
  })
  const { files, rejected } = await importNdjson(createMemoryStore(), folder)
  expect(rejected.map(({ line, code, pointer }) => [line, code, pointer])).toEqual([
    [3, 'no-json', ''],
    [4, 'not-allowed', '/tier'],
    [6, 'wrong-type', ''],
  ])
  expect(files).toMatchObject([{ file: 'customers.ndjson', rows: 5, imported: 2, rejected: 3 }])
})

it('repairs broken UTF-8 and names files that it does not know', async () => {
  const folder = await folderWith({ 'customers.ndjson': [customer('1')], 'clients.ndjson': ['{}'] })
  const store = createMemoryStore()
  const report = await importNdjson(store, folder)
  expect((await store.find('customers', {})).rows).toMatchObject([{ lastName: 'Müller' }])
  expect(report.findings).toEqual([
    { finding: 'file that is no resource: clients.ndjson', times: 1 },
    { finding: 'texts in broken UTF-8 repaired in customers.ndjson', times: 1 },
  ])
})

it('prints a report that people can read', async () => {
  const folder = await folderWith({ 'customers.ndjson': [customer('1'), customer('2', { tier: 'gold' })] })
  const report = await importNdjson(createMemoryStore(), folder)
  const lines = printReport(report).split('\n')
  expect(lines).toContain('records    created  updated  unchanged  failed')
  expect(lines).toContain('customers        1        0          0       1')
  expect(lines).toContain('file              rows  imported  merged  looked up  skipped  rejected')
  expect(lines).toContain('customers.ndjson     2         1       0          0        0         1')
  expect(lines).toContain('  customers.ndjson: 1 rejected, not-allowed at /tier')
})

it('takes every example of the documentation', async () => {
  const text = await readFile(new URL('../../../docs/import.md', import.meta.url), 'utf8')
  const examples = [...text.matchAll(/^```json\n([^`]*)\n```$/gm)].map(([, lines = '']) => lines.split('\n'))
  expect(examples).toHaveLength(resourceNames.length)
  const files = resourceNames.map((name, index): [string, string[]] => [`${name}.ndjson`, examples[index] ?? []])
  const { rejected, resources } = await importNdjson(createMemoryStore(), await folderWith(Object.fromEntries(files)))
  expect(rejected).toEqual([])
  expect(resources.map(({ resource, created }) => [resource, created])).toEqual(
    resourceNames.map((name, index) => [name, examples[index]?.length]),
  )
})
