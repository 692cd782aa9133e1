import * as z from 'zod/mini'
import type { Schema } from '#/contract/endpoint.ts'
import { holdsCardNumber } from '#server/api/card-number.ts'
import { brokenValues, isStorable, pointerTo } from '#server/api/validation.ts'
import type { Fault } from '#server/import/source-record.ts'

/** Members that hold long numbers by nature. */
const numeric =
  /^(externalId|sourceSystem|id|number|customerNumber|sku|tracking|phone|mobile|workPhone|fax|vatNumber|mandateReference)$/

export interface Checked<Input> {
  /** Undefined when the record cannot be taken. */
  input?: Input
  /** Why not; or members that were left out although the record was taken. */
  faults: Fault[]
}

/** A copy without the texts that look like the number of a payment card. */
function withoutCardNumbers(value: unknown, strict: boolean, path: PropertyKey[], faults: Fault[]): unknown {
  if (typeof value === 'string') {
    const exempt = !strict && numeric.test(String(path.findLast((part) => typeof part === 'string')))
    if (exempt || !holdsCardNumber(value)) return value
    faults.push({ pointer: pointerTo(path), code: 'card-number', detail: 'Looks like the number of a payment card' })
    return null
  }
  if (Array.isArray(value)) {
    return value
      .map((item, index) => withoutCardNumbers(item, strict, [...path, index], faults))
      .filter((item, index) => item !== null || value[index] === null)
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, withoutCardNumbers(member, strict, [...path, key], faults)]),
  )
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
 * its member is emptied and named; `strict` also looks into identifiers and phone numbers.
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
