import * as z from 'zod/mini'
import { isCardNumber } from '#/contract/card-number.ts'
import type { Schema } from '#/contract/endpoint.ts'
import { brokenValues, isStorable, pointerTo } from '#server/api/validation.ts'
import type { Fault } from '#server/import/source-record.ts'

export interface Checked<Input> {
  /** Undefined when the record cannot be taken. */
  input?: Input
  /** Why not; or members that were left out although the record was taken. */
  faults: Fault[]
}

/** A copy without what looks like the number of a payment card, be it a value or the name of a member. */
function withoutCardNumbers(value: unknown, strict: boolean, path: PropertyKey[], faults: Fault[]): unknown {
  const found = (at: PropertyKey[]) => {
    faults.push({ pointer: pointerTo(at), code: 'card-number', detail: 'Looks like the number of a payment card' })
  }
  const member = String(path.findLast((part) => typeof part === 'string'))
  if (isCardNumber(strict && typeof value === 'number' ? String(value) : value, strict ? 'text' : member)) {
    found(path)
    return null
  }
  if (Array.isArray(value)) {
    return value
      .map((item, index) => withoutCardNumbers(item, strict, [...path, index], faults))
      .filter((item, index) => item !== null || value[index] === null)
  }
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([key]) => {
    const isFit = !isCardNumber(key, 'name')
    if (!isFit) found([...path, key])
    return isFit
  })
  const cleaned = members.map(
    ([key, inner]) => [key, withoutCardNumbers(inner, strict, [...path, key], faults)] as const,
  )
  // One language less is no reason to refuse the others.
  const isTranslated = path[0] === 'values' && path.length === 2
  return Object.fromEntries(cleaned.filter(([, inner]) => !isTranslated || inner !== null))
}

function unstorable(value: unknown, path: PropertyKey[]): Fault[] {
  if (typeof value === 'string') {
    const detail = 'Holds characters that cannot be stored'
    return isStorable(value) ? [] : [{ pointer: pointerTo(path), code: 'invalid-text', detail }]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => unstorable(member, [...path, key]))
}

/**
 * Checks a record against its schema. A text that looks like the number of a payment card never gets further than here:
 * its member is emptied and named; `strict` looks at identifiers and numbers as closely as at texts.
 */
export function checkRecord<S extends Schema>(schema: S, value: unknown, strict: boolean): Checked<z.output<S>> {
  const faults: Fault[] = []
  const cleaned = withoutCardNumbers(value, strict, [], faults)
  const parsed = z.safeParse(schema, cleaned, { reportInput: true })
  if (!parsed.success) {
    const broken = brokenValues(parsed.error).map(({ path, code, detail }) => ({
      pointer: pointerTo(path),
      code,
      detail,
    }))
    return { faults: [...faults, ...broken] }
  }
  const unfit = unstorable(parsed.data, [])
  return unfit.length > 0 ? { faults: [...faults, ...unfit] } : { input: parsed.data, faults }
}
