import type * as z from 'zod/mini'
import { brokenAttributeRules, isInstant, type AttributeRules } from '#/contract/attribute-rules.ts'
import type { Lookup, putAttributeDefinition, putLookup } from '#/contract/metadata.ts'
import type { ProblemError } from '#/contract/problem.ts'

export type DefinitionBody = z.output<NonNullable<(typeof putAttributeDefinition)['body']>>
export type LookupBody = z.output<NonNullable<(typeof putLookup)['body']>>

interface Known {
  lookup: Pick<Lookup, 'active' | 'values'> | undefined
  hasGroup: boolean
}

/** Rules over several members of a definition. */
export function brokenDefinitionRules(body: DefinitionBody, known: Known): ProblemError[] {
  const { dataType } = body
  const hasRange = dataType === 'integer' || dataType === 'decimal' || dataType === 'dateTime'
  const isLimit = (limit: number | string | null) =>
    limit === null || (hasRange && (dataType === 'dateTime' ? isInstant(limit) : typeof limit === 'number'))
  return [
    ...unless(Object.keys(body.label).length > 0, '/label', 'required', 'A label is required'),
    ...unless(body.groupId === null || known.hasGroup, '/groupId', 'not-found', 'There is no such group'),
    ...unless(dataType !== 'lookup' || body.lookupName !== null, '/lookupName', 'required', 'A lookup is required'),
    ...unless(dataType === 'lookup' || body.lookupName === null, '/lookupName', 'not-allowed', 'Only for lookups'),
    ...unless(body.lookupName === null || known.lookup !== undefined, '/lookupName', 'not-found', 'No such lookup'),
    ...unless(
      (dataType === 'entityReference') === (body.referenceEntity !== null),
      '/referenceEntity',
      dataType === 'entityReference' ? 'required' : 'not-allowed',
      'For references, and only for them',
    ),
    ...unless(isLimit(body.min), '/min', 'not-allowed', 'Not a limit of this type'),
    ...unless(isLimit(body.max), '/max', 'not-allowed', 'Not a limit of this type'),
    ...unless(!isAfter(body.min, body.max), '/max', 'too-small', 'Less than the minimum'),
    ...unless(body.maxLength === null || dataType === 'text', '/maxLength', 'not-allowed', 'Only for texts'),
    ...unless(!body.multilingual || dataType === 'text', '/multilingual', 'not-allowed', 'Only for texts'),
    ...unless(!(body.multilingual && body.multiple), '/multiple', 'not-allowed', 'Not together with languages'),
    ...brokenDefault(body, known),
  ]
}

const unless = (isFine: boolean, pointer: string, code: string, detail: string): ProblemError[] =>
  isFine ? [] : [{ pointer, code, detail }]

function isAfter(min: number | string | null, max: number | string | null): boolean {
  if (min === null || max === null) return false
  return typeof min === 'string' ? Date.parse(min) > Date.parse(String(max)) : min > Number(max)
}

/** The default is one value of the kind, also where several or translated ones are taken. */
function brokenDefault(body: DefinitionBody, { lookup }: Known): ProblemError[] {
  if (body.default === null) return []
  const definition: AttributeRules = { ...body, multiple: false, multilingual: false, readOnly: false, retiredAt: null }
  return brokenAttributeRules(body.default, { pointer: '/default', definition, before: null, lookup })
}

/** Values are told apart by their code. */
export function brokenLookupRules({ label, values }: LookupBody): ProblemError[] {
  const repeated = values.flatMap(({ value }, index) =>
    values.findIndex((other) => other.value === value) < index ? [index] : [],
  )
  return [
    ...unless(Object.keys(label).length > 0, '/label', 'required', 'A label is required'),
    ...repeated.map((index) => ({
      pointer: `/values/${index}/value`,
      code: 'duplicate',
      detail: 'There is another value of this name',
    })),
  ]
}
