import { unstored } from '#/customers/editing/unstored.ts'
import type { Address } from '#/contract/addresses.ts'
import { changedFields, isSameTyped } from '#/customers/editing/editable.ts'

/** Fields of a form that are texts, in their order. */
const textFields = [
  'name',
  'countryCode',
  'line1',
  'line2',
  'postbox',
  'city',
  'regionCode',
  'postalCode',
  'firstName',
  'lastName',
  'companyName',
  'phone',
  'phoneExt',
  'email',
  'notes',
  'latitude',
  'longitude',
  'vatNumber',
] as const

/** What staff edit of an address. What it is preferred for is chosen on its card. */
export const addressFields = [...textFields, 'isBusiness'] as const
/** A new address can be preferred from the start. */
export const newAddressFields = [...addressFields, 'isPreferredBilling', 'isPreferredShipping'] as const

export type AddressTextField = (typeof textFields)[number]
export type AddressField = (typeof newAddressFields)[number]
export type AddressFlag = Exclude<AddressField, AddressTextField>

/** What the form holds: a text for every field, the empty one for none, and yes or no. */
export type AddressValues = Record<AddressTextField, string> & Record<AddressFlag, boolean>

export const isAddressField = (name: string): name is AddressField => newAddressFields.some((field) => field === name)

/** A region as the standard writes it: `CA-QC`, also where only `QC` is stored. */
export function wholeRegion(code: string, countryCode: string): string {
  return countryCode !== '' && /^[A-Z0-9]{1,3}$/u.test(code) ? `${countryCode}-${code}` : code
}

export function addressValues(address: Address): AddressValues {
  const texts = textFields.map((field) => [field, String(address[field] ?? '')])
  const { isBusiness, isPreferredBilling, isPreferredShipping } = address
  const values = { ...Object.fromEntries(texts), isBusiness, isPreferredBilling, isPreferredShipping } as AddressValues
  return { ...values, regionCode: wholeRegion(values.regionCode, values.countryCode) }
}

/** An address that is not stored yet. */
export function blankAddress(over: Partial<Address> = {}): Address {
  return {
    ...unstored,
    ...(Object.fromEntries(textFields.map((field) => [field, null])) as Record<AddressTextField, null>),
    isBusiness: false,
    isPreferredBilling: false,
    isPreferredShipping: false,
    usedBy: [],
    ...over,
  }
}

export const isNew = ({ etag }: Pick<Address, 'etag'>) => etag === ''

/** A name that no other address has: `Home 2` beside `Home`. */
export function freeName(name: string, taken: readonly (string | null)[]): string {
  const isTaken = (wanted: string) => taken.some((other) => other?.toLowerCase() === wanted.toLowerCase())
  const stem = name.replace(/ \d+$/u, '').slice(0, 90)
  let number = 2
  while (isTaken(`${stem} ${number}`)) number += 1
  return `${stem} ${number}`
}

const number = (text: string) => Number(text.trim().replace(',', '.'))

function sent(field: AddressField, value: string | boolean): unknown {
  if (typeof value === 'boolean') return value
  const text = value.trim()
  if (text === '') return null
  return field === 'latitude' || field === 'longitude' ? number(text) : text
}

/** A region of another country was chosen before the country: it is none. */
export function withoutForeignRegion<Values extends Pick<AddressValues, 'countryCode' | 'regionCode'>>(
  base: Values,
  values: Values,
): Values {
  const isTouched = base.countryCode !== values.countryCode || base.regionCode !== values.regionCode
  const isOwn = values.regionCode.startsWith(`${values.countryCode}-`)
  return isTouched && !isOwn ? { ...values, regionCode: '' } : values
}

/** What to send, not checked yet: every field that is filled in of a new address, else the changed ones. */
export function addressBody(base: Address, typed: AddressValues): Partial<Record<AddressField, unknown>> {
  const stored = addressValues(base)
  const values = withoutForeignRegion(stored, typed)
  const fields = isNew(base)
    ? newAddressFields.filter((field) => sent(field, values[field]) !== null && values[field] !== false)
    : changedFields({ fields: addressFields, isSame: isSameAddressValue }, stored, values)
  return Object.fromEntries(fields.map((field) => [field, sent(field, values[field])]))
}

/** `47,5` and `47.50` are the same degree. */
export function isSameAddressValue(stored: unknown, typed: unknown, field: AddressField): boolean {
  if (isSameTyped(stored, typed)) return true
  if (field !== 'latitude' && field !== 'longitude') return false
  return String(typed).trim() !== '' && stored !== '' && number(String(stored)) === number(String(typed))
}
