import { parseArgs } from 'node:util'

const sources = ['adventureworks', 'ndjson'] as const
type SourceName = (typeof sources)[number]

export interface Command {
  source: SourceName
  folder: string
  dryRun: boolean
  rejectedFile: string
  reportFile: string | undefined
}

export const usage = `Usage: npm run import -- <adventureworks | ndjson> <folder> [options]

  --dry-run           try everything and change nothing
  --rejected <file>   where refused lines go (default: import-rejected.ndjson)
  --report <file>     the report as JSON, too

DATABASE_URL and DATA_DIR name the database, as for npm start. docs/import.md says more.`

/** What the command line asks for; a text says what is wrong with it. */
export function readCommandLine(args: readonly string[]): Command | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean' }, rejected: { type: 'string' }, report: { type: 'string' } },
    })
    const [name, folder, ...others] = positionals
    const source = sources.find((known) => known === name)
    if (!source) return name === undefined ? 'Say what to import.' : `There is no source ${name}.`
    if (folder === undefined) return 'Say which folder to import.'
    if (others.length > 0) return `Too many words: ${others.join(' ')}.`
    return {
      source,
      folder,
      dryRun: values['dry-run'] ?? false,
      rejectedFile: values.rejected ?? 'import-rejected.ndjson',
      reportFile: values.report,
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
