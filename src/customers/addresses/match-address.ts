import type { Address } from '#/contract/addresses.ts'
import { wordMatcher } from '#/shared/filter/match-words.ts'
import { countryName } from '#/shared/format/country-name.ts'

/** The addresses in which every word occurs; all of them without a word. */
export const matchAddresses = wordMatcher<Address>(({ countryCode, phone, ...address }) => {
  const { name, firstName, lastName, companyName, line1, line2, postbox, postalCode, city, regionCode } = address
  const place = [line1, line2, postbox, postalCode, city, regionCode, countryCode && countryName(countryCode)]
  const contact = [phone, phone?.replace(/\D/gu, ''), address.email, address.notes, address.vatNumber]
  return [name, firstName, lastName, companyName, ...place, ...contact]
})
