import type { Problem, ProblemError, ProblemType } from '#/contract/problem.ts'

/** Why a call failed: `network` when no answer came, `shape` when the answer was not what the contract says. */
export type FailureType = ProblemType | 'network' | 'shape'

/** Every refusal and failure of a call. Branch on `type`; `problem` has the rest. */
export class ApiError extends Error {
  readonly type: FailureType
  /** HTTP status, 0 without an answer. */
  readonly status: number
  readonly problem: Problem | undefined
  readonly requestId: string | undefined
  /** Seconds to wait, from `Retry-After`. */
  readonly retryAfter: number | undefined

  constructor(
    type: FailureType,
    facts: {
      status?: number
      problem?: Problem
      requestId?: string | undefined
      retryAfter?: number | undefined
      cause?: unknown
    } = {},
  ) {
    super(facts.problem?.title ?? type, { cause: facts.cause })
    this.name = 'ApiError'
    this.type = type
    this.status = facts.status ?? 0
    this.problem = facts.problem
    this.requestId = facts.requestId
    this.retryAfter = facts.retryAfter
  }

  get errors(): readonly ProblemError[] {
    return this.problem?.errors ?? []
  }
}

/** True for an `ApiError` of one of the types. */
export function isApiError(error: unknown, ...types: FailureType[]): error is ApiError {
  return error instanceof ApiError && (types.length === 0 || types.includes(error.type))
}
