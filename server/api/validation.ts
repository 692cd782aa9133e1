import * as z from 'zod/mini'
import { isCardNumber, withoutCardNumber } from '#/contract/card-number.ts'
import type { Schema } from '#/contract/endpoint.ts'
import type { ProblemError } from '#/contract/problem.ts'
import { invalid, invalidParameter } from '#server/api/refusal.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** JSON pointer (RFC 6901) of a place in a body. Names that hold a card number are not repeated. */
export const pointerTo = (path: Path) =>
  path.map((part) => `/${withoutCardNumber(String(part)).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const own = (code: string, detail: string) => ({ code, detail })

function explain(issue: Issue): { code: string; detail: string } {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? own('required', 'A value is required')
        : own('wrong-type', `Expected ${issue.expected}`)
    case 'too_small':
      return issue.origin === 'string'
        ? own('too-short', Number(issue.minimum) === 1 ? 'Must not be empty' : `At least ${issue.minimum} characters`)
        : own('too-small', `At least ${issue.minimum}`)
    case 'too_big':
      return issue.origin === 'string'
        ? own('too-long', `At most ${issue.maximum} characters`)
        : own(issue.origin === 'array' ? 'too-many' : 'too-big', `At most ${issue.maximum}`)
    case 'invalid_value':
      return own('not-allowed', `Expected one of ${issue.values.join(', ')}`)
    case 'invalid_format':
      return own(
        'invalid-format',
        issue.message === 'Invalid input' ? 'Not in the expected form' : `Not a valid ${issue.message}`,
      )
    default:
      return own('invalid', 'Not valid')
  }
}

/** Every broken value of an error; unknown members are named one by one. */
export function brokenValues(error: z.core.$ZodError): { path: Path; code: string; detail: string }[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key], ...own('unrecognized', 'Not known here') }))
      : [{ path: issue.path, ...explain(issue) }],
  )
}

/** 400 with the names of the parameters that are unknown or malformed. */
export function parseQuery<S extends Schema>(schema: S, values: unknown): z.output<S> {
  const result = z.safeParse(schema, values, { reportInput: true })
  if (result.success) return result.data
  throw invalidParameter(
    ...brokenValues(result.error).map(({ path, code, detail }) => ({
      parameter: withoutCardNumber(String(path[0] ?? '')),
      code,
      detail,
    })),
  )
}

/** 422 with JSON pointers to the values that are unknown or not valid. */
export function parseBody<S extends Schema>(schema: S, body: unknown): z.output<S> {
  const result = z.safeParse(schema, body, { reportInput: true })
  if (!result.success) {
    throw invalid(
      ...brokenValues(result.error).map(({ path, code, detail }) => ({ pointer: pointerTo(path), code, detail })),
    )
  }
  const unfit = unfitTexts(result.data, [], hasOwnRules)
  if (unfit.length > 0) throw invalid(...unfit)
  return result.data
}

const cardNumber = (pointer: string) => ({
  pointer,
  ...own('card-number', 'Looks like the number of a payment card'),
})

/** 422 when a value or a name in it looks like the number of a payment card, wherever it stands. */
export function refuseCardNumbers(value: unknown, path: Path): void {
  const found = unfitTexts(value, path, () => false)
  if (found.length > 0) throw invalid(...found)
}

/** Texts that no database takes, and what looks like the number of a payment card, also as the name of a member. */
function unfitTexts(value: unknown, path: Path, isExempt: (path: Path) => boolean): ProblemError[] {
  const pointer = pointerTo(path)
  if (typeof value === 'string' && !isStorable(value)) {
    return [{ pointer, ...own('invalid-text', 'Holds characters that cannot be stored') }]
  }
  const member = String(path.findLast((part) => typeof part === 'string'))
  if (!isExempt(path) && isCardNumber(value, member)) return [cardNumber(pointer)]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const named: ProblemError[] = isCardNumber(key, 'name') ? [cardNumber(pointerTo([...path, key]))] : []
    return named.concat(unfitTexts(inner, [...path, Array.isArray(value) ? Number(key) : key], isExempt))
  })
}

/** No NUL, no half of a surrogate pair, no date in the year 0 that JavaScript knows and databases do not. */
export const isStorable = (text: string) =>
  text.isWellFormed() && !text.includes('\0') && !/^0000-\d\d-\d\d(T|$)/.test(text)

/** Passwords are not stored, and the values of custom attributes have rules of their own. */
const hasOwnRules = (path: Path) => path.at(-1) === 'password' || (path[0] === 'values' && typeof path[1] === 'string')
