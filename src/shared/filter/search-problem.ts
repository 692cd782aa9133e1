import type { ProblemError } from '#/contract/problem.ts'
import { isApiError } from '#/shared/api/api-error.ts'

/** What is wrong with the words searched for, if that is what an answer says. */
export const searchProblem = (error: Error | null): ProblemError | undefined =>
  isApiError(error, 'invalid-parameter') ? error.errors.find(({ parameter }) => parameter === 'q') : undefined
