import type { ProblemError } from '#/contract/problem.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { m } from '#/shared/i18n/generated/messages.js'

/** What is wrong with the words searched for, if that is what an answer says. */
export const searchProblem = (error: Error | null): ProblemError | undefined =>
  isApiError(error, 'invalid-parameter') ? error.errors.find(({ parameter }) => parameter === 'q') : undefined

/** What is wrong with the words searched for, in words. */
export function searchProblemText(error: Error | null): string | undefined {
  const wrong = searchProblem(error)
  if (!wrong) return undefined
  if (wrong.code === 'card-number') return m.common_search_card_number()
  return wrong.offset === undefined
    ? m.common_search_problem()
    : m.common_search_problem_at({ place: wrong.offset + 1 })
}
