// Brings the templates of every country along: import it lazily, as `ui/postal-address.tsx` does.
import { format } from '@fragaria/address-formatter'
import type { PostalAddress } from '#/contract/addresses.ts'
import {
  countryLine,
  recipientLines,
  regionPart,
  simpleAddressLines,
  streetLines,
} from '#/shared/format/address-lines.ts'
import { displayLocale } from '#/shared/format/display-locale.ts'

/** Where the code of the region is part of the address as people write it. */
const writesRegion = new Set(['AU', 'BR', 'CA', 'US'])

/** Some templates leave their punctuation behind where a part is missing. */
const tidy = (line: string) => line.replace(/\s+[-.,]$/u, '').replace(/^[-.,]\s+/u, '')

/** The lines of an address in the order of its country, the country by name at the end. */
export function formatAddress(address: PostalAddress, locale = displayLocale()): string[] {
  const { countryCode, city, postalCode } = address
  if (countryCode === null) return simpleAddressLines(address, locale)
  const region = writesRegion.has(countryCode) ? regionPart(address) : null
  const parts = {
    attention: recipientLines(address).join('\n'),
    road: streetLines(address).join('\n'),
    city: city ?? '',
    postcode: postalCode ?? '',
    state: region ?? '',
  }
  const lines = format(
    { ...parts, countryCode },
    { output: 'array', countryCode, appendCountry: false, cleanupPostcode: false },
  ).map(tidy)
  if (Object.values(parts).join('') === '') return countryLine(address, locale)
  // A template may know nothing of a part, as Hong Kong's of a city: never lose what was entered.
  const text = lines.join('\n')
  const isComplete = Object.values(parts).every((part) => part.split('\n').every((line) => text.includes(line.trim())))
  if (!isComplete) return simpleAddressLines(address, locale)
  return [...lines, ...countryLine(address, locale)]
}
