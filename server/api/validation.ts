import * as z from 'zod/mini'
import type { Schema } from '#/contract/endpoint.ts'
import type { ProblemError } from '#/contract/problem.ts'
import { holdsCardNumber } from '#server/api/card-number.ts'
import { invalid, invalidParameter } from '#server/api/refusal.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** JSON pointer (RFC 6901) of a place in a body. */
export const pointerTo = (path: Path) =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

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
    ...brokenValues(result.error).map(({ path, code, detail }) => ({ parameter: String(path[0] ?? ''), code, detail })),
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
  const unfit = unfitTexts(result.data, [])
  if (unfit.length > 0) throw invalid(...unfit)
  return result.data
}

/** Members that hold long numbers by nature, or what nobody may read. */
const numeric = /^(phone|mobile|workPhone|fax|vatNumber|password)$/

/** Texts that no database takes or that hold what looks like the number of a payment card. */
function unfitTexts(value: unknown, path: Path): ProblemError[] {
  if (typeof value === 'string') {
    const pointer = pointerTo(path)
    if (!isStorable(value)) return [{ pointer, ...own('invalid-text', 'Holds characters that cannot be stored') }]
    if (isNumeric(path) || !holdsCardNumber(value)) return []
    return [{ pointer, ...own('card-number', 'Looks like the number of a payment card') }]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => unfitTexts(member, [...path, key]))
}

/** No NUL, no half of a surrogate pair, no date in the year 0 that JavaScript knows and databases do not. */
export const isStorable = (text: string) =>
  text.isWellFormed() && !text.includes('\0') && !/^0000-\d\d-\d\d(T|$)/.test(text)

/** Custom attributes have rules of their own: only their texts are looked at. */
const isNumeric = (path: Path) => numeric.test(String(path.at(-1))) || path[0] === 'values'
