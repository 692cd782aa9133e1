import { unstored } from '#/customers/editing/unstored.ts'
import type { Contact } from '#/contract/contacts.ts'
import type { PostalAddress } from '#/contract/addresses.ts'
import { withoutForeignRegion, wholeRegion } from '#/customers/addresses/address-values.ts'
import { changedFields } from '#/customers/editing/editable.ts'

const ownFields = ['name', 'role', 'phone', 'phoneExt', 'email'] as const

/** The address of a contact is stored as one; its lines are fields of their own. */
const placeFields = [
  'countryCode',
  'line1',
  'line2',
  'city',
  'regionCode',
  'postalCode',
  'postbox',
  'firstName',
  'lastName',
  'companyName',
] as const satisfies readonly (keyof PostalAddress)[]

/** What staff edit of a contact. Its flags are moved on the cards. */
export const contactFields = [...ownFields, ...placeFields] as const
/** A new contact can have a flag from the start. */
export const newContactFields = [...contactFields, 'isPrimary', 'isBilling'] as const

export type PlaceField = (typeof placeFields)[number]
export type ContactField = (typeof newContactFields)[number]
export type ContactFlag = 'isPrimary' | 'isBilling'
export type ContactValues = Record<Exclude<ContactField, ContactFlag>, string> & Record<ContactFlag, boolean>

/** Roles on offer; any other one may be stored. */
export const contactRoles = [
  'owner',
  'manager',
  'accountant',
  'assistant',
  'purchasing',
  'shipping',
  'technical',
  'legal',
] as const

export const isContactField = (name: string): name is ContactField => newContactFields.some((field) => field === name)
export const isPlaceField = (name: string): name is PlaceField => placeFields.some((field) => field === name)

export function contactValues(contact: Contact): ContactValues {
  const own = ownFields.map((field) => [field, contact[field] ?? ''])
  const place = placeFields.map((field) => [field, contact.address?.[field] ?? ''])
  const { isPrimary, isBilling } = contact
  const values = { ...Object.fromEntries([...own, ...place]), isPrimary, isBilling } as ContactValues
  return { ...values, regionCode: wholeRegion(values.regionCode, values.countryCode) }
}

/** A contact that is not stored yet. */
export function blankContact(over: Partial<Contact> = {}): Contact {
  return {
    ...unstored,
    name: '',
    role: null,
    phone: null,
    phoneExt: null,
    email: null,
    address: null,
    isPrimary: false,
    isBilling: false,
    ...over,
  }
}

export const isNewContact = ({ etag }: Pick<Contact, 'etag'>) => etag === ''

const sent = (text: string) => text.trim() || null

/** The whole address, for the API replaces it whole; `null` when nothing of it is filled in. */
function sentAddress(values: ContactValues): Record<PlaceField, string | null> | null {
  const address = Object.fromEntries(placeFields.map((field) => [field, sent(values[field])]))
  return Object.values(address).some((value) => value !== null) ? (address as Record<PlaceField, string | null>) : null
}

/** What to send, not checked yet: what is filled in of a new contact, else what was changed. */
export function contactBody(base: Contact, typed: ContactValues): Record<string, unknown> {
  const stored = contactValues(base)
  const values = withoutForeignRegion(stored, typed)
  const changed = changedFields({ fields: newContactFields }, stored, values)
  // The name is always asked for.
  const fields = isNewContact(base) ? new Set<ContactField>(['name', ...changed]) : new Set(changed)
  const body: Record<string, unknown> = {}
  for (const field of fields) {
    const value = values[field]
    if (!isPlaceField(field)) body[field] = typeof value === 'boolean' ? value : sent(value)
  }
  return [...fields].some(isPlaceField) ? { ...body, address: sentAddress(values) } : body
}
