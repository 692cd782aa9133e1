import { expect, it } from 'vitest'
import { readCommandLine } from '#server/import/command-line.ts'

it('reads source, folder and options', () => {
  expect(readCommandLine(['ndjson', 'data', '--dry-run', '--report', 'r.json'])).toEqual({
    source: 'ndjson',
    folder: 'data',
    dryRun: true,
    rejectedFile: 'import-rejected.ndjson',
    reportFile: 'r.json',
  })
})

it.each([
  [[], 'Say what to import.'],
  [['crm', 'data'], 'There is no source crm.'],
  [['ndjson'], 'Say which folder to import.'],
  [['ndjson', 'a', 'b'], 'Too many words: b.'],
])('says what is wrong with %j', (args, message) => {
  expect(readCommandLine(args)).toBe(message)
})

it('refuses options that it does not know', () => {
  expect(readCommandLine(['ndjson', 'data', '--force'])).toMatch(/--force/)
})
