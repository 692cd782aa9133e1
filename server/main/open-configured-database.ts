import { resolve } from 'node:path'
import type { Configuration } from '#server/main/configuration.ts'
import { StartError, type StartFailure } from '#server/main/start-error.ts'
import { openDatabase } from '#server/store/sql/open-database.ts'
import { DatabaseUnusableError } from '#server/store/sql/sql-error.ts'

const noRights = new Set(['EACCES', 'EPERM', 'EROFS', '42501'])

const namesOf = (error: unknown): string[] => {
  if (!(error instanceof Error)) return []
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  return [error.name, ...code, ...namesOf(error.cause)]
}

const refuse = (failure: StartFailure, message: string, cause: unknown) => new StartError(failure, message, { cause })

/** What went wrong as one sentence; errors that we do not know stay as they are. */
function explainDatabaseError(error: unknown, { DATABASE_URL, DATA_DIR }: Configuration): unknown {
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
  const isForbidden = names.some((name) => noRights.has(name))
  if (error instanceof DatabaseUnusableError) {
    const advice = 'See that the server of DATABASE_URL runs, and check its address, name, account and password.'
    const isReached = error.cause === undefined
    const message = isReached ? error.message : `${error.message}. ${advice}`
    return refuse(isForbidden ? 'noRights' : 'databaseUnreachable', message, error)
  }
  if (!isForbidden) return error
  return refuse('noRights', 'The account of DATABASE_URL may not create tables: give it the rights.', error)
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
