// Brings the list of countries along: only the form imports it.
import { iso31661 } from 'iso-3166/1.js'
import { countryName } from '#/shared/format/country-name.ts'
import type { Option } from '#/shared/form/select-field.tsx'

/** Every country by name; a stored one outside the list, such as Kosovo, as well. */
export function countryOptions(stored: string | null): Option[] {
  const codes = new Set(iso31661.map(({ alpha2 }) => alpha2))
  if (stored) codes.add(stored)
  return [...codes]
    .map((value) => ({ value, label: countryName(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
}
