import type { Address } from '#/contract/addresses.ts'
import { isAddressField, type AddressField } from '#/customers/addresses/address-values.ts'
import { addressTitle } from '#/shared/format/address-lines.ts'
import { countryName } from '#/shared/format/country-name.ts'
import { m } from '#/shared/i18n/generated/messages.js'

/** What an address is called: its name, else its first line. */
export const addressName = (address: Pick<Address, 'name'> & Parameters<typeof addressTitle>[0]): string =>
  address.name?.trim() || addressTitle(address) || m.addresses_unnamed()

type Label = () => string
type ByCountry = Readonly<Record<string, Label>>

/** The countries, divided by blanks, that say it so. */
const said = (label: Label, countries: string): ByCountry =>
  Object.fromEntries(countries.split(' ').map((country) => [country, label]))

const regionLabels: ByCountry = {
  ...said(m.addresses_region_state, 'AS AT AU BR DE FM IN MH MP MX MY NG PW UM US VE VI'),
  ...said(m.addresses_region_province, 'AR BE CA CN CR CU EC ES ID IT KR NL PG PH TH TR VN ZA'),
  ...said(m.addresses_region_county, 'EE GB HR HU IE KE LT NO RO SE TW'),
  ...said(m.addresses_region_canton, 'CH'),
  ...said(m.addresses_region_prefecture, 'GR JP'),
  ...said(m.addresses_region_emirate, 'AE'),
  ...said(m.addresses_region_department, 'BO CO GT HN NI PY SV UY'),
  ...said(m.addresses_region_parish, 'AD BB JM'),
  ...said(m.addresses_region_island, 'BS CV KI KN KY PF SC TV'),
  ...said(m.addresses_region_oblast, 'RU UA'),
}

const postalLabels: ByCountry = {
  ...said(m.addresses_postal_zip, 'AS FM GU MH MP PH PR PW UM US VI'),
  ...said(m.addresses_postal_postcode, 'AT AU BE CH DE DK GB GG IM JE LI LU MY NL NO NZ SE'),
  ...said(m.addresses_postal_eircode, 'IE'),
  ...said(m.addresses_postal_pin, 'IN'),
  ...said(m.addresses_postal_cep, 'BR'),
}

const cityLabels: ByCountry = {
  ...said(m.addresses_field_town, 'GB GG IM JE NO SE'),
  ...said(m.addresses_field_suburb, 'AU'),
}

const labels: Record<AddressField, (country: string) => string> = {
  countryCode: m.addresses_field_country,
  name: m.addresses_field_name,
  firstName: m.record_field_first_name,
  lastName: m.record_field_last_name,
  companyName: m.record_field_company_name,
  line1: m.addresses_field_line1,
  line2: m.addresses_field_line2,
  postbox: m.addresses_field_postbox,
  city: (country) => (cityLabels[country] ?? m.addresses_field_city)(),
  regionCode: (country) => (regionLabels[country] ?? m.addresses_region_region)(),
  postalCode: (country) => (postalLabels[country] ?? m.addresses_postal_code)(),
  phone: m.record_field_phone,
  phoneExt: m.record_field_phone_ext,
  email: m.record_field_email,
  notes: m.addresses_field_notes,
  latitude: m.addresses_field_latitude,
  longitude: m.addresses_field_longitude,
  isBusiness: m.addresses_field_business,
  vatNumber: m.addresses_field_vat,
  isPreferredBilling: m.addresses_prefer_billing,
  isPreferredShipping: m.addresses_prefer_shipping,
}

/** Label of a field as the country says it; the empty text is no country yet. A draft may be older than the form. */
export const addressFieldLabel = (field: AddressField, country: string): string =>
  isAddressField(field) ? labels[field](country) : field

/** A value as people read it; empty when there is none. */
export function addressFieldText(field: AddressField, value: unknown): string {
  if (typeof value === 'boolean') return value ? m.addresses_yes() : m.addresses_no()
  const text = typeof value === 'string' ? value : ''
  return field === 'countryCode' && text !== '' ? countryName(text) : text
}
