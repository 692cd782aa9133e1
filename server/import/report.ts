import { fates, type FileAccount, type Ledger } from '#server/import/ledger.ts'
import type { Counts } from '#server/import/run-import.ts'
import type { ResourceName } from '#server/import/source-record.ts'

export interface ImportReport {
  source: string
  dryRun: boolean
  seconds: number
  resources: ({ resource: ResourceName } & Counts)[]
  files: FileAccount[]
  findings: { finding: string; times: number }[]
}

interface Parts {
  source: string
  dryRun: boolean
  seconds: number
  results: ReadonlyMap<ResourceName, Counts>
  ledger: Ledger
}

export function reportOf({ source, dryRun, seconds, results, ledger }: Parts): ImportReport {
  return {
    source,
    dryRun,
    seconds: Number(seconds.toFixed(1)),
    resources: [...results].map(([resource, counts]) => Object.assign({ resource }, counts)),
    files: ledger.accounts(),
    findings: ledger.findings(),
  }
}

const grouped = (value: string | number) => (typeof value === 'number' ? value.toLocaleString('en-US') : value)

function tableOf(heads: readonly string[], rows: readonly (string | number)[][]): string[] {
  const cells = [heads, ...rows.map((row) => row.map(grouped))]
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  return cells.map((row) =>
    row
      .map((text, column) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}

/** The report for people. */
export function printReport({ dryRun, seconds, resources, files, findings }: ImportReport): string {
  const outcomes = ['created', 'updated', 'unchanged', 'failed'] as const
  const reasons = files.flatMap(({ file, reasons }) =>
    reasons
      .filter(({ fate }) => fate !== 'imported')
      .map(
        ({ fate, reason, rows }) =>
          `  ${file}: ${grouped(rows)} ${fate === 'reference' ? 'looked up' : fate}, ${reason}`,
      ),
  )
  return [
    dryRun ? 'Dry run, nothing was changed. It would have been:' : 'Imported:',
    '',
    ...tableOf(
      ['records', ...outcomes],
      resources.map((counts) => [counts.resource, ...outcomes.map((outcome) => counts[outcome])]),
    ),
    '',
    'Every row of every file:',
    '',
    ...tableOf(
      ['file', 'rows', ...fates.map((fate) => (fate === 'reference' ? 'looked up' : fate))],
      files.map((account) => [account.file, account.rows, ...fates.map((fate) => account[fate])]),
    ),
    '',
    ...(reasons.length > 0 ? ['Rows that are no record of their own:', ...reasons, ''] : []),
    ...(findings.length > 0
      ? ['Noticed:', ...findings.map(({ finding, times }) => `  ${grouped(times)} × ${finding}`), '']
      : []),
    `${seconds} s`,
  ].join('\n')
}
