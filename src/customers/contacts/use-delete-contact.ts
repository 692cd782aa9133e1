import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Contact } from '#/contract/contacts.ts'
import { contactKeys } from '#/customers/contacts/contact.queries.ts'
import { addContactMutation, deleteContactMutation, type ContactCreate } from '#/customers/contacts/save-contact.ts'
import { useRefreshAfterRefusal, useSayRefusal } from '#/customers/record/use-say-refusal.ts'
import { useSubject } from '#/customers/record/use-subject.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { useNotices } from '#/shared/ui/notice-region.tsx'

function sameAgain({ name, role, phone, phoneExt, email, address }: Contact): ContactCreate {
  const filled = Object.entries({ role, phone, phoneExt, email, address }).filter(([, value]) => value !== null)
  return { name, ...Object.fromEntries(filled) }
}

/** Deletes a contact; a notice says so and adds the same one again. Rejects with what the API said. */
export function useDeleteContact(customerId: string) {
  const client = useQueryClient()
  const notices = useNotices()
  const subject = useSubject(customerId)
  const sayRefusal = useSayRefusal(customerId)
  const refresh = useRefreshAfterRefusal(customerId)
  const { mutateAsync: remove } = useMutation(deleteContactMutation(customerId))
  // Not the callbacks of `mutate`: they are lost when the record is hidden meanwhile.
  const { mutateAsync: add } = useMutation(addContactMutation(customerId))

  const addAgain = async (contact: Contact, idempotencyKey: string) => {
    try {
      const { name } = await add({ body: sameAgain(contact), idempotencyKey })
      notices.show({ kind: 'success', subject, text: m.contacts_added_again({ name }) })
    } catch (error) {
      sayRefusal(error, subject)
    }
  }

  return async (contact: Contact) => {
    try {
      await remove(contact)
    } catch (error) {
      refresh(error)
      // Changed, flagged or deleted meanwhile: the dialog shows what it is now.
      await client.invalidateQueries({ queryKey: contactKeys.list(customerId) })
      throw error
    }
    const key = crypto.randomUUID()
    notices.show({
      kind: 'success',
      subject,
      text: m.contacts_deleted({ name: contact.name }),
      undo: () => void addAgain(contact, key),
    })
  }
}
