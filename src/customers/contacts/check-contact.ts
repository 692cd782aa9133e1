import * as z from 'zod/mini'
import { contactCreateSchema, contactPatchSchema, type Contact } from '#/contract/contacts.ts'
import { brokenPhone, brokenPlace } from '#/customers/addresses/check-address.ts'
import { contactBody, isContactField, isNewContact, type ContactValues } from '#/customers/contacts/contact-values.ts'
import type { ContactCreate, ContactPatch } from '#/customers/contacts/save-contact.ts'
import type { CheckedEdit, EditErrors } from '#/customers/editing/editable.ts'
import { zodErrorMessage } from '#/shared/form/field-error-text.ts'

export type ContactBody = ContactCreate | ContactPatch

function brokenFields(error: z.core.$ZodError): EditErrors<ContactValues> {
  const named = error.issues.flatMap((issue) => {
    const field = String(issue.path.at(-1))
    return isContactField(field) ? [[field, issue.message] as const] : []
  })
  // The first thing that is wrong with a field is said.
  return Object.fromEntries(named.toReversed())
}

/** What is wrong with the place. A contact may be known by less than a country asks of an address. */
async function brokenAddress(body: Record<string, unknown>, values: ContactValues): Promise<EditErrors<ContactValues>> {
  if (!body['address']) return {}
  const broken = await brokenPlace({ countryCode: values.countryCode }, values)
  return Object.fromEntries(Object.entries(broken).filter(([, code]) => code !== 'required'))
}

/** Holds what was typed against the contract, the rules of the country and what a telephone can dial. */
export async function checkContact(
  base: Contact,
  values: ContactValues,
): Promise<CheckedEdit<ContactValues, ContactBody>> {
  const body = contactBody(base, values)
  const parsed = z.safeParse(isNewContact(base) ? contactCreateSchema : contactPatchSchema, body, {
    error: zodErrorMessage,
  })
  return {
    patch: isNewContact(base) || Object.keys(body).length > 0 ? body : undefined,
    errors: {
      ...(await brokenAddress(body, values)),
      ...(await brokenPhone(body, values)),
      ...(parsed.success ? {} : brokenFields(parsed.error)),
    },
  }
}
