import { resolve } from 'node:path'
import { ensureApp } from '#server/main/build-app.ts'
import type { Configuration } from '#server/main/configuration.ts'
import { loadDemoSeed } from '#server/main/demo-seed.ts'
import { writeFirstData } from '#server/main/first-data.ts'
import { keepHouse } from '#server/main/housekeeping.ts'
import { createHttpApp } from '#server/main/http-app.ts'
import { checkPort, serveHttp } from '#server/main/listen.ts'
import { createLog, type Log } from '#server/main/log.ts'
import { openConfiguredDatabase } from '#server/main/open-configured-database.ts'
import { hashPassword } from '#server/main/passwords.ts'
import { pinVaultSource } from '#server/main/pin-key.ts'
import { runCommand, say } from '#server/main/run-command.ts'
import { keepDelivering } from '#server/main/outbox-delivery.ts'
import { onStopSignal, prepareDrain } from '#server/main/shut-down.ts'
import { StartError } from '#server/main/start-error.ts'
import { loadStaticApp } from '#server/main/static-app.ts'
import type { Store } from '#server/store/store.ts'

const root = resolve(import.meta.dirname, '..', '..')

async function findApp(configuration: Configuration): Promise<string> {
  if (configuration.APP_DIR !== undefined) return resolve(configuration.APP_DIR)
  const folder = resolve(root, 'dist', 'app')
  await ensureApp(folder, root, say)
  return folder
}

async function loadApp(configuration: Configuration) {
  const folder = await findApp(configuration)
  try {
    return await loadStaticApp(folder)
  } catch (error) {
    throw new StartError('buildFailed', `${folder} holds no built app: run "npm run build".`, { cause: error })
  }
}

async function start(configuration: Configuration, log: Log, stopping: AbortSignal) {
  await checkPort(configuration.PORT, configuration.HOST)
  const staticApp = await loadApp(configuration)
  const database = await openConfiguredDatabase(configuration)
  say(`Database: ${database.description}`)
  try {
    await writeFirstData({
      store: database.store,
      seed: configuration.SEED,
      isEmbedded: configuration.DATABASE_URL === undefined,
      adminPassword: configuration.ADMIN_PASSWORD,
      now: Date.now,
      hashPassword,
      loadDemoSeed: () => loadDemoSeed(pinVaultSource(configuration)),
      say,
    })
    const app = createHttpApp({ store: database.store, staticApp, configuration, log, now: Date.now, stopping })
    return { database, ...(await serveHttp(app, configuration.PORT, configuration.HOST)) }
  } catch (error) {
    await database.close()
    throw error
  }
}

function deliverTo(url: string | undefined, store: Store, log: Log): () => Promise<void> {
  if (url === undefined) return async () => undefined
  return keepDelivering(
    { store, url, now: Date.now, onFailure: (failure) => log.warn('the webhook was not reached', failure) },
    (error) => log.error('delivery failed', error),
  )
}

/** Starts, and stays until a signal ends it. */
export async function runServer(configuration: Configuration): Promise<void> {
  const log = createLog(configuration.LOG_LEVEL)
  const stopping = new AbortController()
  const { server, port, database } = await start(configuration, log, stopping.signal)

  const endHousekeeping = keepHouse(database.store, Date.now, (error) => log.error('housekeeping failed', error))
  const endDelivery = deliverTo(configuration.PASSWORD_RESET_WEBHOOK, database.store, log)
  const drain = prepareDrain(server)
  const stop = async () => {
    log.info('stopping')
    stopping.abort()
    if (!(await drain())) log.warn('requests that took too long were cut off')
    await endDelivery()
    await endHousekeeping()
    await database.close()
    log.info('stopped')
    process.exit(0)
  }
  onStopSignal(
    process,
    Date.now,
    () => void runCommand(stop),
    () => process.exit(1),
  )
  const host = configuration.HOST.includes(':') ? `[${configuration.HOST}]` : configuration.HOST
  say(`Customer Workspace: http://${host}:${port}`)
  log.info('listening')
}
