// Brings the metadata of every country along: import it lazily.
import { getExampleNumber, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import examples from 'libphonenumber-js/mobile/examples'

/** Whether a text as a whole can be a phone number; one without country code is read as one of `country`. */
export function isPossiblePhone(text: string, country?: string): boolean {
  const place = country !== undefined && isSupportedCountry(country) ? { defaultCountry: country } : {}
  return parsePhoneNumberFromString(text, { ...place, extract: false })?.isPossible() ?? false
}

/** A number of that country, to show what is expected. */
export function examplePhone(country?: string): string {
  const place = country !== undefined && isSupportedCountry(country) ? country : 'US'
  return getExampleNumber(place, examples)?.formatInternational() ?? '+1 201 555 0123'
}
