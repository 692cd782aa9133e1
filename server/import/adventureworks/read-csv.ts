import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { parse, type CsvError } from 'csv-parse'
import type { Ledger } from '#server/import/ledger.ts'
import { repairDeep } from '#server/import/repair-record.ts'
import type { RejectedLine } from '#server/import/run-import.ts'
import type { Origin, ResourceName } from '#server/import/source-record.ts'

export interface CsvRow {
  values: Record<string, string>
  origin: Origin
}

/** Rows of a file by their key. */
export type Table = ReadonlyMap<string, CsvRow>

export interface CsvOptions {
  folder: string
  ledger: Ledger
  onRejected?: ((line: RejectedLine) => void) | undefined
}

interface Emitted {
  record: Record<string, string>
  info: { lines: number }
}

/** A file of the set; a row that is no proper CSV, or repeats a key, is refused and the others go on. */
export async function readTable(
  { folder, ledger, onRejected }: CsvOptions,
  file: string,
  key: string,
  resource: ResourceName,
): Promise<Table> {
  const rows = new Map<string, CsvRow>()
  if (!existsSync(join(folder, file))) {
    ledger.find(`file that is missing: ${file}`)
    return rows
  }
  const refuse = (line: number, code: string, detail: string) => {
    ledger.settle(file, 'rejected', code)
    onRejected?.({ file, line, resource, record: 'rejected', pointer: '', code, detail })
  }
  const skipped = (error: CsvError | undefined) => {
    ledger.count(file)
    refuse(lineOf(error), 'no-csv', 'Not a row of this table')
    return undefined
  }
  ledger.open(file)
  const parser = parse({ bom: true, columns: true, info: true, skip_records_with_error: true, on_skip: skipped })
  const input = createReadStream(join(folder, file)).on('error', (error) => parser.destroy(error))
  for await (const { record, info } of input.pipe(parser) as AsyncIterable<Emitted>) {
    ledger.count(file)
    const id = record[key]
    if (!id) refuse(info.lines, 'no-key', `Without ${key}`)
    else if (rows.has(id)) refuse(info.lines, 'repeated', `The ${key} stands further up`)
    else rows.set(id, { values: repairDeep(record, file, ledger), origin: { file, line: info.lines } })
  }
  return rows
}

const lineOf = (error: CsvError | undefined) =>
  error && 'lines' in error && typeof error['lines'] === 'number' ? error['lines'] : 0

/** The text of a column without blanks around it; `null` when empty. */
export const cell = (row: CsvRow | undefined, column: string): string | null => row?.values[column]?.trim() || null
