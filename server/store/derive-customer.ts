import { customerName } from '#/contract/customer-name.ts'
import { foldText } from '#/contract/fold-text.ts'
import type { AddressRow, CustomerRow } from '#server/store/rows.ts'
import { digitsOf, searchTextOf } from '#server/store/search-text.ts'

type Source = Pick<
  CustomerRow,
  | 'firstName'
  | 'middleName'
  | 'lastName'
  | 'companyName'
  | 'email'
  | 'customerNumber'
  | 'phone'
  | 'mobile'
  | 'workPhone'
  | 'fax'
>
type PlaceSource = Pick<
  AddressRow,
  'id' | 'city' | 'countryCode' | 'postalCode' | 'isPreferredBilling' | 'isPreferredShipping' | 'createdAt'
>

export type DerivedCustomer = Pick<
  CustomerRow,
  'city' | 'countryCode' | 'cityFolded' | 'nameSort' | 'emailSort' | 'lastNameFolded' | 'searchText' | 'phoneDigits'
>

/** Members of a customer row that follow from its fields and its (not deleted) addresses. Call it at every write of either. */
export function deriveCustomer(customer: Source, addresses: readonly PlaceSource[]): DerivedCustomer {
  const oldestFirst = addresses.toSorted((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1))
  const place =
    oldestFirst.find((address) => address.isPreferredBilling) ??
    oldestFirst.find((address) => address.isPreferredShipping) ??
    oldestFirst[0]
  const person = [customer.lastName, customer.firstName, customer.middleName].filter(Boolean).join(' ')
  const phones = [customer.phone, customer.mobile, customer.workPhone, customer.fax].flatMap((phone) =>
    phone ? [digitsOf(phone)] : [],
  )
  return {
    city: place?.city ?? null,
    countryCode: place?.countryCode ?? null,
    cityFolded: place?.city ? foldText(place.city) : null,
    nameSort: foldText(person || customerName(customer)),
    emailSort: customer.email && foldText(customer.email),
    lastNameFolded: customer.lastName && foldText(customer.lastName),
    searchText: searchTextOf([
      customerName(customer),
      person,
      customer.companyName,
      customer.email,
      customer.customerNumber,
      customer.phone,
      ...phones,
      ...new Set(addresses.map((address) => address.postalCode)),
    ]),
    phoneDigits: phones.map((digits) => ` ${digits} `).join(''),
  }
}
