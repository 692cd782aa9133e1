import type * as z from 'zod/mini'
import type { addressPatchSchema } from '#/contract/addresses.ts'
import type { ProblemError } from '#/contract/problem.ts'
import type { AddressRow } from '#server/store/rows.ts'

export type AddressPatch = z.output<typeof addressPatchSchema>
type Combined = Pick<AddressRow, 'phone' | 'phoneExt' | 'regionCode' | 'countryCode'>

/** Rules over several fields, for those that a change touches. */
export function brokenAddressRules(after: Combined, patch: AddressPatch): ProblemError[] {
  const errors: ProblemError[] = []
  const touchesPhone = patch.phone !== undefined || patch.phoneExt !== undefined
  if (touchesPhone && after.phoneExt !== null && after.phone === null) {
    errors.push({ pointer: '/phoneExt', code: 'needs-number', detail: 'An extension needs its number' })
  }
  const touchesRegion = patch.regionCode !== undefined || patch.countryCode !== undefined
  if (touchesRegion && after.regionCode !== null && !after.regionCode.startsWith(`${after.countryCode}-`)) {
    errors.push({ pointer: '/regionCode', code: 'other-country', detail: 'Not a region of this country' })
  }
  return errors
}
