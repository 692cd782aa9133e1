import { DrizzleQueryError } from 'drizzle-orm'

/** What a driver tells about an error of the database. */
export interface SqlError {
  /** SQLSTATE, or the code of a failed connection */
  code: string
  message: string
}

/** The server was reached, or not even that, but cannot be used as it is; the message says what to do. */
export class DatabaseUnusableError extends Error {
  readonly code: string

  constructor(message: string, code: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DatabaseUnusableError'
    this.code = code
  }
}

/** A statement failed. Without the values of its parameters, which are personal data and must not reach a log. */
export class StatementError extends Error {
  readonly code: string

  constructor(query: string, { code, message }: SqlError) {
    super(`${message} (${code}) in: ${query}`)
    this.name = 'StatementError'
    this.code = code
  }
}

/** The database error inside whatever was thrown, if any. */
export function sqlErrorOf(error: unknown): SqlError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return { code: cause.code, message: cause.message }
  }
  return undefined
}

/** What may leave the store in place of an error. */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof DrizzleQueryError)) return error
  return new StatementError(error.query, sqlErrorOf(error) ?? { code: 'unknown', message: 'failed' })
}

export const uniqueViolation = '23505'

/** Serialization failure and deadlock: the same work may well succeed a moment later. */
export const isPassing = (error: unknown) => ['40001', '40P01'].includes(sqlErrorOf(error)?.code ?? '')
