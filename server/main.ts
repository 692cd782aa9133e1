import { readConfiguration } from '#server/main/configuration.ts'
import { quickenLoading } from '#server/main/quicken-loading.ts'
import { runCommand } from '#server/main/run-command.ts'
import { StartError } from '#server/main/start-error.ts'

await runCommand(async () => {
  const [unknown] = process.argv.slice(2)
  if (unknown !== undefined) {
    throw new StartError(
      'configuration',
      `npm start takes no "${unknown}": settings are variables, see docs/operating.md.`,
    )
  }
  const configuration = readConfiguration(process.env)
  quickenLoading()
  const { runServer } = await import('#server/main/run-server.ts')
  await runServer(configuration)
})
