import { contactSchema, type Contact } from '#/contract/contacts.ts'
import { addressFieldLabel, addressFieldText } from '#/customers/addresses/address-labels.ts'
import { checkContact, type ContactBody } from '#/customers/contacts/check-contact.ts'
import {
  blankContact,
  contactFields,
  contactValues,
  isNewContact,
  isPlaceField,
  newContactFields,
  type ContactField,
  type ContactValues,
} from '#/customers/contacts/contact-values.ts'
import type { Editable } from '#/customers/editing/editable.ts'
import type { EditControl } from '#/customers/editing/use-edit-form.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'

export type ContactControl = EditControl<Contact, ContactValues, ContactBody>

const labels: Record<string, () => string> = {
  name: m.contacts_field_name,
  role: m.contacts_field_role,
  phone: m.record_field_phone,
  phoneExt: m.record_field_phone_ext,
  email: m.record_field_email,
  isPrimary: m.contacts_field_primary,
  isBilling: m.contacts_field_billing,
}

export const contactFieldLabel = (field: ContactField, country: string): string =>
  isPlaceField(field) ? addressFieldLabel(field, country) : (labels[field]?.() ?? field)

function contactFieldText(field: ContactField, value: unknown): string {
  if (typeof value === 'boolean') return value ? m.common_yes() : m.common_no()
  const text = typeof value === 'string' ? value : ''
  if (field === 'role') return text && codeLabel('contactRole', text)
  return isPlaceField(field) ? addressFieldText(field, text) : text
}

/** One contact, as the editor needs to know it. `key` is its id, or names the form of a new one. */
export function contactEditable(key: string, contact: Contact): Editable<Contact, ContactValues, ContactBody> {
  const isNew = isNewContact(contact)
  const { name } = contact
  return {
    form: `contacts/${key}`,
    fields: isNew ? newContactFields : contactFields,
    valuesOf: contactValues,
    ...(isNew ? { blank: contactValues(blankContact()) } : {}),
    check: checkContact,
    together: [
      ['countryCode', 'regionCode'],
      ['phone', 'phoneExt'],
    ],
    schema: contactSchema,
    within: '/address',
    label: (field) => contactFieldLabel(field, contact.address?.countryCode ?? ''),
    text: contactFieldText,
    texts: {
      form: isNew ? m.contacts_form_new : () => m.contacts_form_edit({ name }),
      saved: isNew ? m.contacts_added : m.contacts_saved,
      conflict: m.contacts_conflict,
      discard: m.contacts_discard,
      refused: m.contacts_refused,
    },
  }
}
