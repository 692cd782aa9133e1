import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type * as z from 'zod/mini'
import {
  createContact,
  deleteContact,
  patchContact,
  type Contact,
  type contactCreateSchema,
  type contactPatchSchema,
} from '#/contract/contacts.ts'
import { contactKeys, contactListQuery } from '#/customers/contacts/contact.queries.ts'
import { api } from '#/shared/api/api.ts'

export type ContactCreate = z.output<typeof contactCreateSchema>
export type ContactPatch = z.output<typeof contactPatchSchema>

/** Primary, billing, then the newest, as the API sorts. */
function byRank(a: Contact, b: Contact): number {
  const flags = Number(b.isPrimary) - Number(a.isPrimary) || Number(b.isBilling) - Number(a.isBilling)
  return flags || b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id)
}

/** The contacts as far as they are known. */
export const knownContacts = (client: QueryClient, customerId: string): readonly Contact[] =>
  client.getQueryData(contactListQuery(customerId).queryKey)?.items ?? []

async function change(
  client: QueryClient,
  customerId: string,
  next: (items: readonly Contact[]) => readonly Contact[],
) {
  // A read that is under way may bring what was before the change.
  await client.cancelQueries({ queryKey: contactKeys.list(customerId) })
  client.setQueryData(contactListQuery(customerId).queryKey, (list) => {
    if (!list) return list
    const items = next(list.items)
    return { items, total: { ...list.total, value: items.length } }
  })
}

/** Puts a newer version of a contact, or a new one, into the list. A flag that it has, no other one has. */
export const rememberContact = async (client: QueryClient, customerId: string, contact: Contact) =>
  change(client, customerId, (items) => {
    const yielding = (other: Contact): Contact => ({
      ...other,
      isPrimary: other.isPrimary && !contact.isPrimary,
      isBilling: other.isBilling && !contact.isBilling,
    })
    const others = items.filter(({ id }) => id !== contact.id).map(yielding)
    return [...others, contact].toSorted(byRank)
  })

const saving = (customerId: string) => ({
  mutationKey: ['save-contact', customerId],
  meta: { invalidates: [contactKeys.list(customerId)], onFailure: 'form' as const },
})

/** Adds a contact. Who asks for it shows what is refused. */
export const addContactMutation = (customerId: string) =>
  mutationOptions({
    ...saving(customerId),
    mutationFn: async ({ body, idempotencyKey }: { body: ContactCreate; idempotencyKey: string }) =>
      api(createContact, { path: { id: customerId }, body, idempotencyKey }),
    onSuccess: async (contact, _change, _result, { client }) => rememberContact(client, customerId, contact),
  })

interface ContactChange {
  contactId: string
  patch: ContactPatch
  ifMatch: string
  idempotencyKey?: string
}

/** Changes a contact, or moves a flag to it. Who asks for it shows what is refused. */
export const saveContactMutation = (customerId: string) =>
  mutationOptions({
    ...saving(customerId),
    mutationFn: async ({ contactId, patch, ...rest }: ContactChange) =>
      api(patchContact, { path: { id: customerId, contactId }, body: patch, ...rest }),
    onSuccess: async (contact, _change, _result, { client }) => rememberContact(client, customerId, contact),
  })

/** Deletes a contact in the version that was seen. The dialog shows what is refused. */
export const deleteContactMutation = (customerId: string) =>
  mutationOptions({
    ...saving(customerId),
    mutationFn: async ({ id, etag }: Pick<Contact, 'id' | 'etag'>) =>
      api(deleteContact, { path: { id: customerId, contactId: id }, ifMatch: etag }),
    onSuccess: async (_nothing, { id }, _result, { client }) =>
      change(client, customerId, (items) => items.filter((item) => item.id !== id)),
  })
