import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createAdventureWorksSource } from '#server/import/adventureworks/adventureworks-source.ts'
import { readCommandLine, usage, type Command } from '#server/import/command-line.ts'
import { Ledger } from '#server/import/ledger.ts'
import { createNdjsonSource } from '#server/import/ndjson/ndjson-source.ts'
import { openRejectedFile } from '#server/import/rejected-file.ts'
import { printReport, reportOf } from '#server/import/report.ts'
import type { FindPinVault } from '#server/import/resource.ts'
import { ImportInterruptedError, runImport } from '#server/import/run-import.ts'
import { readConfiguration } from '#server/main/configuration.ts'
import { openConfiguredDatabase } from '#server/main/open-configured-database.ts'
import { pinVaultSource } from '#server/main/pin-key.ts'
import { runCommand, say } from '#server/main/run-command.ts'
import { StartError } from '#server/main/start-error.ts'
import type { Store } from '#server/store/store.ts'

const createSource = { adventureworks: createAdventureWorksSource, ndjson: createNdjsonSource }
const endings = { adventureworks: '.csv', ndjson: '.ndjson' }
const interrupted = 130

/** At most one line a second, so that a log stays readable. */
function createProgress(): (resource: string, done: number) => void {
  let last = Date.now()
  return (resource, done) => {
    if (Date.now() - last < 1000) return
    last = Date.now()
    say(`  ${resource}: ${done.toLocaleString('en-US')} …`)
  }
}

function stopOnSignal(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      say('Stopping after this batch …')
      controller.abort()
    })
  }
  return controller.signal
}

async function importInto(store: Store, command: Command, findPinVault: FindPinVault): Promise<void> {
  const ledger = new Ledger()
  const rejected = openRejectedFile(resolve(command.rejectedFile))
  const source = createSource[command.source]({ folder: resolve(command.folder), ledger, onRejected: rejected.add })
  const started = performance.now()
  const results = await runImport({
    store,
    source,
    ledger,
    now: Date.now,
    findPinVault,
    dryRun: command.dryRun,
    signal: stopOnSignal(),
    onProgress: createProgress(),
    onRejected: rejected.add,
  })
  const seconds = (performance.now() - started) / 1000
  const report = reportOf({ source: source.name, dryRun: command.dryRun, seconds, results, ledger })
  process.stdout.write(`${printReport(report)}\n`)
  if (command.reportFile) writeFileSync(resolve(command.reportFile), `${JSON.stringify(report, null, 2)}\n`)
  const lines = rejected.close()
  if (lines > 0) say(`${lines} remarks on single lines are in ${resolve(command.rejectedFile)}`)
}

function refuseOtherFolders({ folder, source }: Command): void {
  const names = existsSync(folder) ? readdirSync(folder) : undefined
  if (!names) throw new StartError('configuration', `There is no folder ${resolve(folder)}.`)
  if (names.some((name) => name.endsWith(endings[source]))) return
  throw new StartError('configuration', `There is no file *${endings[source]} in ${resolve(folder)}.`)
}

await runCommand(async () => {
  const command = readCommandLine(process.argv.slice(2))
  if (typeof command === 'string') throw new StartError('configuration', `${command}\n\n${usage}`)
  refuseOtherFolders(command)
  const configuration = readConfiguration(process.env)
  const database = await openConfiguredDatabase(configuration)
  try {
    await importInto(database.store, command, pinVaultSource(configuration))
  } catch (error) {
    if (!(error instanceof ImportInterruptedError)) throw error
    say('Stopped. What was written stays; run the same command again to go on.')
    process.exitCode = interrupted
  } finally {
    await database.close()
  }
})
