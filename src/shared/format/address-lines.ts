import type { PostalAddress } from '#/contract/addresses.ts'
import { countryName } from '#/shared/format/country-name.ts'
import { displayLocale } from '#/shared/format/display-locale.ts'

const present = (parts: readonly (string | null)[]) =>
  parts.filter((part) => part !== null && part.trim() !== '') as string[]
const joined = (parts: readonly (string | null)[], by: string) => present(parts).join(by)

/** Who receives: the person and the company, a line each. */
export const recipientLines = ({ firstName, lastName, companyName }: PostalAddress) =>
  present([joined([firstName, lastName], ' '), companyName])

/** Street, addition and post box. */
export const streetLines = ({ line1, line2, postbox }: PostalAddress) => present([line1, line2, postbox])

/** Name of the country, as the last line; nothing without a country. */
export const countryLine = ({ countryCode }: PostalAddress, locale = displayLocale()) =>
  countryCode === null ? [] : [countryName(countryCode, locale)]

/** `QC` of `CA-QC`. */
export const regionPart = ({ regionCode }: PostalAddress) => regionCode?.replace(/^[A-Z]{2}-/u, '') ?? null

/** An address in a plain order of lines that every country understands; empty lines are left out. */
export function simpleAddressLines(address: PostalAddress, locale = displayLocale()): string[] {
  const place = joined([address.city, regionPart(address), address.postalCode], ', ')
  return present([...recipientLines(address), ...streetLines(address), place, ...countryLine(address, locale)])
}

/** The first line that says where it is, to name an address without a name. */
export const addressTitle = (address: PostalAddress) => streetLines(address)[0] ?? address.city ?? ''
