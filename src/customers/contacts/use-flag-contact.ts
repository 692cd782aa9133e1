import { useMutation, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { contactSchema, getContact, type Contact } from '#/contract/contacts.ts'
import type { ContactFlag } from '#/customers/contacts/contact-values.ts'
import { knownContacts, rememberContact, saveContactMutation } from '#/customers/contacts/save-contact.ts'
import { whenOf, whoOf } from '#/customers/editing/said.ts'
import { useSayRefusal } from '#/customers/record/use-say-refusal.ts'
import { useSubject } from '#/customers/record/use-subject.ts'
import { api } from '#/shared/api/api.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { useNotices } from '#/shared/ui/notice-region.tsx'

function movedText(flag: ContactFlag, { name }: Contact, before: string | undefined): string {
  if (flag === 'isPrimary') {
    return before === undefined ? m.contacts_now_primary({ name }) : m.contacts_primary_moved({ name, before })
  }
  return before === undefined ? m.contacts_now_billing({ name }) : m.contacts_billing_moved({ name, before })
}

/** Makes a contact the primary or the billing contact; a notice says whose that was, and gives it back. */
export function useFlagContact(customerId: string) {
  const client = useQueryClient()
  const notices = useNotices()
  const subject = useSubject(customerId)
  const sayRefusal = useSayRefusal(customerId)
  // Not the callbacks of `mutate`: they are lost when the record is hidden meanwhile.
  const { mutateAsync } = useMutation(saveContactMutation(customerId))

  const giveBack = async (flag: ContactFlag, contactId: string) => {
    try {
      await move(flag, await api(getContact, { path: { id: customerId, contactId } }))
    } catch (error) {
      sayRefusal(error, subject)
    }
  }

  async function move(flag: ContactFlag, contact: Contact): Promise<void> {
    const holder = knownContacts(client, customerId).find((other) => other[flag] && other.id !== contact.id)
    try {
      await mutateAsync({ contactId: contact.id, patch: { [flag]: true }, ifMatch: contact.etag })
      const undo = holder && { undo: () => void giveBack(flag, holder.id) }
      notices.show({ kind: 'success', text: movedText(flag, contact, holder?.name), subject, ...undo })
      return undefined
    } catch (error) {
      const current = z.safeParse(contactSchema, isApiError(error, 'stale') ? error.problem?.current : undefined)
      if (!current.success) return sayRefusal(error, subject)
      // What it is now was not seen when it was chosen: shown first, and asked again.
      const newer = current.data
      await rememberContact(client, customerId, newer)
      const said = { name: newer.name, who: whoOf(newer.updatedBy), when: whenOf(newer.updatedAt) }
      return sayRefusal(error, subject, {
        text: m.contacts_changed_meanwhile(said),
        action: {
          label: flag === 'isPrimary' ? m.contacts_primary_anyway() : m.contacts_billing_anyway(),
          run: () => void move(flag, newer),
        },
      })
    }
  }
  return move
}
