import type { Address } from '#/contract/addresses.ts'
import { foldText } from '#/contract/fold-text.ts'
import { countryName } from '#/shared/format/country-name.ts'

const folded = new WeakMap<Address, string>()

function textOf(address: Address): string {
  const known = folded.get(address)
  if (known !== undefined) return known
  const { countryCode, phone, ...rest } = address
  const { name, firstName, lastName, companyName, line1, line2, postbox, postalCode, city, regionCode } = rest
  const place = [line1, line2, postbox, postalCode, city, regionCode, countryCode && countryName(countryCode)]
  const contact = [phone, phone?.replace(/\D/gu, ''), rest.email, rest.notes, rest.vatNumber]
  const text = foldText([name, firstName, lastName, companyName, ...place, ...contact].filter(Boolean).join(' '))
  folded.set(address, text)
  return text
}

/** The addresses in which every word occurs; all of them without a word. */
export function matchAddresses(addresses: readonly Address[], typed: string): readonly Address[] {
  const words = foldText(typed).split(' ').filter(Boolean)
  if (words.length === 0) return addresses
  return addresses.filter((address) => words.every((word) => textOf(address).includes(word)))
}
