import { pino } from 'pino'
import { withoutCardNumber } from '#/contract/card-number.ts'
import type { ApiDeps } from '#server/api/deps.ts'
import type { Configuration } from '#server/main/configuration.ts'

/** Where an error comes from, without its message: messages of databases and parsers quote the data they choke on. */
function describeError(error: unknown, withMessage: boolean): Record<string, unknown> {
  if (!(error instanceof Error)) return { ...Object(error) }
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    code: 'code' in error ? error.code : undefined,
    ...(withMessage ? { message: error.message } : {}),
    at: frames?.slice(0, 12).map((line) => line.trim()),
    cause: error.cause === undefined ? undefined : describeError(error.cause, withMessage),
  }
}

const levelOf = (status: number, path: string) =>
  status >= 500 ? 'error' : path.startsWith('/api/v1/health/') ? 'debug' : 'info'

/** JSON lines on standard output; `request` is what the API reports each answer to. */
export function createLog(level: Configuration['LOG_LEVEL']) {
  // Written at once: lines about the last requests before a crash are the ones that matter.
  const logger = pino(
    { level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 1, sync: true }),
  )
  const describe = (error: unknown) => describeError(error, logger.isLevelEnabled('debug'))

  const request: ApiDeps['log'] = ({ requestId, method, path, status, durationMs, error }) => {
    const failure = error === undefined ? {} : { error: describe(error) }
    logger[levelOf(status, path)](
      { requestId, method, path: withoutCardNumber(path), status, ms: Math.round(durationMs), ...failure },
      'request',
    )
  }

  return {
    request,
    info: (message: string) => logger.info(message),
    warn: (message: string, facts: Record<string, string | number> = {}) => logger.warn(facts, message),
    error: (message: string, error: unknown) => logger.error({ error: describe(error) }, message),
  }
}

export type Log = ReturnType<typeof createLog>
