import { resolve } from 'node:path'
import type { Configuration } from '#server/main/configuration.ts'
import { StartError, type StartFailure } from '#server/main/start-error.ts'
import { openDatabase } from '#server/store/sql/open-database.ts'

const noRights = new Set(['EACCES', 'EPERM', 'EROFS', '42501'])

/** Host and name of a database, without the account and its password. */
function databaseName(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

const namesOf = (error: unknown): string[] => {
  if (!(error instanceof Error)) return []
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  return [error.name, ...code, ...namesOf(error.cause)]
}

const refuse = (failure: StartFailure, message: string, cause: unknown) => new StartError(failure, message, { cause })

/** What went wrong as one sentence; errors that we do not know stay as they are. */
export function explainDatabaseError(error: unknown, { DATABASE_URL, DATA_DIR }: Configuration): unknown {
  const names = namesOf(error)
  if (DATABASE_URL === undefined) {
    const folder = resolve(DATA_DIR)
    if (names.includes('DataFolderLockedError')) {
      return refuse(
        'dataFolderLocked',
        `The data folder ${folder} is in use by another process: end that one first, or choose another folder with DATA_DIR.`,
        error,
      )
    }
    if (names.some((name) => noRights.has(name))) {
      return refuse(
        'noRights',
        `This account may not write to the data folder ${folder}: give it the rights, or choose another folder with DATA_DIR.`,
        error,
      )
    }
    if (names.some((name) => name === 'ENOTDIR' || name === 'EEXIST')) {
      return refuse('configuration', `${folder} is not a folder: choose another one with DATA_DIR.`, error)
    }
    return error
  }
  const database = databaseName(DATABASE_URL)
  if (names.some((name) => noRights.has(name))) {
    return refuse(
      'noRights',
      `The account of DATABASE_URL may not create tables in ${database}: give it the rights.`,
      error,
    )
  }
  const reason = names.find((name) => /^([0-9A-Z]{5}|E[A-Z]+)$/.test(name)) ?? 'no answer'
  return refuse(
    'databaseUnreachable',
    `The database ${database} cannot be used (${reason}): see that it runs, and check address, account and password in DATABASE_URL.`,
    error,
  )
}

/** The database that the settings name, migrated. */
export async function openConfiguredDatabase(configuration: Configuration): ReturnType<typeof openDatabase> {
  const { DATABASE_URL, DATA_DIR } = configuration
  try {
    return await openDatabase(
      DATABASE_URL === undefined ? { dataDir: resolve(DATA_DIR) } : { databaseUrl: DATABASE_URL },
    )
  } catch (error) {
    throw explainDatabaseError(error, configuration)
  }
}
