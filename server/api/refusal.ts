import type { Problem, ProblemError, ProblemType } from '#/contract/problem.ts'
import { problemTypes } from '#/contract/problem.ts'

type Members = Omit<Problem, 'type' | 'title' | 'status' | 'instance'>

/** Thrown wherever a request cannot be granted; the pipeline turns it into a problem. */
export class Refusal extends Error {
  readonly type: ProblemType
  readonly members: Members
  readonly headers: Record<string, string>

  constructor(type: ProblemType, members: Members = {}, headers: Record<string, string> = {}) {
    super(type)
    this.name = 'Refusal'
    this.type = type
    this.members = members
    this.headers = headers
  }
}

export const notFound = (members: Pick<Problem, 'deleted'> = {}) => new Refusal('not-found', members)

/** One or more values that break a rule. */
export const invalid = (...errors: ProblemError[]) => new Refusal('validation', { errors })

export const invalidParameter = (...errors: ProblemError[]) => new Refusal('invalid-parameter', { errors })

/** The wire form of a refusal. */
export function problemOf({ type, members }: Refusal, instance: string): Problem {
  const [status, title] = problemTypes[type]
  return { type: `/problems/${type}`, title, status, instance, ...members }
}
