import type { AlternativeContact } from '#/contract/alternative-contacts.ts'
import type { Contact } from '#/contract/contacts.ts'
import { wordMatcher } from '#/shared/filter/match-words.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { countryName } from '#/shared/format/country-name.ts'

/** The contacts in which every word occurs; all of them without a word. */
export const matchContacts = wordMatcher<Contact>(({ name, role, phone, email, address }) => {
  const { companyName, line1, line2, postbox, postalCode, city, regionCode, countryCode } = address ?? {}
  const place = [
    companyName,
    line1,
    line2,
    postbox,
    postalCode,
    city,
    regionCode,
    countryCode && countryName(countryCode),
  ]
  return [name, role && codeLabel('contactRole', role), phone, phone?.replace(/\D/gu, ''), email, ...place]
})

/** The alternative contacts in which every word occurs, also in the products that they see to. */
export const matchDelegates = wordMatcher<AlternativeContact>(({ member, products }) => [
  member.name,
  member.customerNumber,
  member.email,
  ...products.map(({ name }) => name),
])
