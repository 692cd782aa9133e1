import type { Contact } from '#/contract/contacts.ts'
import type { ContactFlag } from '#/customers/contacts/contact-values.ts'

/** Names of the primary and the billing contact. */
export const flagHolders = (contacts: readonly Contact[]): Record<ContactFlag, string | undefined> => ({
  isPrimary: contacts.find(({ isPrimary }) => isPrimary)?.name,
  isBilling: contacts.find(({ isBilling }) => isBilling)?.name,
})
