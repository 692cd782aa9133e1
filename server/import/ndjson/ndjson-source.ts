import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Ledger } from '#server/import/ledger.ts'
import { repairDeep } from '#server/import/repair-record.ts'
import type { RejectedLine } from '#server/import/run-import.ts'
import { resourceNames, type ImportSource, type ResourceName, type SourceRecord } from '#server/import/source-record.ts'

interface Options {
  folder: string
  ledger: Ledger
  onRejected?: (line: RejectedLine) => void
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** One file a resource, one JSON object a line; see docs/import.md. */
export function createNdjsonSource({ folder, ledger, onRejected }: Options): ImportSource {
  async function* linesOf(resource: ResourceName, file: string): AsyncIterable<SourceRecord> {
    ledger.open(file)
    const lines = createInterface({ input: createReadStream(join(folder, file), 'utf8'), crlfDelay: Infinity })
    let line = 0
    for await (const text of lines) {
      line += 1
      const content = line === 1 ? text.replace(/^\u{FEFF}/u, '') : text
      if (content.trim() === '') continue
      ledger.count(file)
      const value = parsed(content)
      if (value === undefined) {
        ledger.settle(file, 'rejected', 'no JSON')
        onRejected?.({ file, line, resource, record: 'rejected', pointer: '', code: 'no-json', detail: 'Not JSON' })
        continue
      }
      yield { resource, value: repairDeep(value, file, ledger), origin: { file, line } }
    }
  }

  return {
    name: 'ndjson',
    async *records() {
      const present = (await readdir(folder)).filter((name) => name.endsWith('.ndjson'))
      const known = new Set(resourceNames.map((resource) => `${resource}.ndjson`))
      for (const file of present.filter((name) => !known.has(name))) ledger.find(`file that is no resource: ${file}`)
      for (const resource of resourceNames) {
        if (present.includes(`${resource}.ndjson`)) yield* linesOf(resource, `${resource}.ndjson`)
      }
    },
  }
}
