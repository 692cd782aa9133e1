import type * as z from 'zod/mini'
import type { addressPatchSchema } from '#/contract/addresses.ts'
import { isPostalCodeOf, isRegionOf } from '#/contract/place-rules.ts'
import type { ProblemError } from '#/contract/problem.ts'
import type { AddressRow } from '#server/store/rows.ts'

export type AddressPatch = z.output<typeof addressPatchSchema>
type Combined = Pick<AddressRow, 'phone' | 'phoneExt' | 'regionCode' | 'countryCode' | 'postalCode'>

function brokenRegion({ regionCode, countryCode }: Combined): ProblemError[] {
  if (regionCode === null || (countryCode !== null && isRegionOf(countryCode, regionCode))) return []
  return regionCode.startsWith(`${countryCode}-`)
    ? [{ pointer: '/regionCode', code: 'not-allowed', detail: 'The country has no such region' }]
    : [{ pointer: '/regionCode', code: 'other-country', detail: 'Not a region of this country' }]
}

function brokenPostalCode({ postalCode, countryCode }: Combined): ProblemError[] {
  if (postalCode === null || countryCode === null || isPostalCodeOf(countryCode, postalCode)) return []
  return [{ pointer: '/postalCode', code: 'postal-code', detail: 'Not a postal code of this country' }]
}

/** Rules over several fields, for those that a change touches. What a country lacks or wants in addition is no rule. */
export function brokenAddressRules(after: Combined, patch: AddressPatch): ProblemError[] {
  const touches = (...fields: (keyof Combined)[]) => fields.some((field) => patch[field] !== undefined)
  const errors: ProblemError[] = []
  if (touches('phone', 'phoneExt') && after.phoneExt !== null && after.phone === null) {
    errors.push({ pointer: '/phoneExt', code: 'needs-number', detail: 'An extension needs its number' })
  }
  if (touches('regionCode', 'countryCode')) errors.push(...brokenRegion(after))
  if (touches('postalCode', 'countryCode')) errors.push(...brokenPostalCode(after))
  return errors
}
