import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import {
  createAlternativeContact,
  deleteAlternativeContact,
  patchAlternativeContact,
  type AlternativeContact,
} from '#/contract/alternative-contacts.ts'
import { contactKeys, delegateListQuery } from '#/customers/contacts/contact.queries.ts'
import { api } from '#/shared/api/api.ts'

export interface DelegateRights {
  support?: boolean
  billing?: boolean
  productIds?: string[]
}

export interface DelegateCreate {
  memberId: string
  permissions: DelegateRights
}

export type DelegateBody = DelegateCreate | { permissions: DelegateRights }

async function change(
  client: QueryClient,
  customerId: string,
  next: (items: readonly AlternativeContact[]) => readonly AlternativeContact[],
) {
  // A read that is under way may bring what was before the change.
  await client.cancelQueries({ queryKey: contactKeys.delegates(customerId) })
  client.setQueryData(delegateListQuery(customerId).queryKey, (list) => {
    if (!list) return list
    const items = next(list.items)
    return { items, total: { ...list.total, value: items.length } }
  })
}

/** Puts a newer version of an alternative contact, or a new one, into the list: the newest first. */
export const rememberDelegate = async (client: QueryClient, customerId: string, contact: AlternativeContact) =>
  change(client, customerId, (items) =>
    items.some(({ id }) => id === contact.id)
      ? items.map((item) => (item.id === contact.id ? contact : item))
      : [contact, ...items],
  )

/** Who acts for whom is shown with the other one too. */
const saving = (customerId: string) => ({
  mutationKey: ['save-alternative-contact', customerId],
  meta: { invalidates: [contactKeys.delegates(customerId), contactKeys.allActsFor()], onFailure: 'form' as const },
})

/** Lets another customer act for this one. Who asks for it shows what is refused. */
export const addDelegateMutation = (customerId: string) =>
  mutationOptions({
    ...saving(customerId),
    mutationFn: async ({ body, idempotencyKey }: { body: DelegateCreate; idempotencyKey: string }) =>
      api(createAlternativeContact, { path: { id: customerId }, body, idempotencyKey }),
    onSuccess: async (contact, _change, _result, { client }) => rememberDelegate(client, customerId, contact),
  })

interface RightsChange {
  contactId: string
  permissions: DelegateRights
  ifMatch: string
  idempotencyKey: string
}

/** Changes what another customer may do here. The form shows what is refused. */
export const saveDelegateMutation = (customerId: string) =>
  mutationOptions({
    ...saving(customerId),
    mutationFn: async ({ contactId, permissions, ...rest }: RightsChange) =>
      api(patchAlternativeContact, { path: { id: customerId, contactId }, body: { permissions }, ...rest }),
    onSuccess: async (contact, _change, _result, { client }) => rememberDelegate(client, customerId, contact),
  })

/** Takes all rights of another customer away, in the version that was seen. The dialog shows what is refused. */
export const removeDelegateMutation = (customerId: string) =>
  mutationOptions({
    ...saving(customerId),
    mutationFn: async ({ id, etag }: Pick<AlternativeContact, 'id' | 'etag'>) =>
      api(deleteAlternativeContact, { path: { id: customerId, contactId: id }, ifMatch: etag }),
    onSuccess: async (_nothing, { id }, _result, { client }) =>
      change(client, customerId, (items) => items.filter((item) => item.id !== id)),
  })
