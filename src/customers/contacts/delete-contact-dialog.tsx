import type { Contact } from '#/contract/contacts.ts'
import { DialogText } from '#/customers/contacts/cards.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { failureText } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { ConfirmDialog } from '#/shared/ui/confirm-dialog.tsx'
import type { Subject } from '#/shared/ui/customer-subject.tsx'
import { PostalAddress } from '#/shared/ui/postal-address.tsx'

function refusalText(error: unknown): string {
  if (isApiError(error, 'stale')) return m.contacts_delete_stale()
  if (isApiError(error, 'not-found')) return m.contacts_delete_gone()
  if (isApiError(error, 'in-use')) return m.contacts_delete_flagged()
  return failureText(error, m.errors_action_failed())
}

interface Props {
  contact: Contact
  subject: Subject
  onConfirm: () => Promise<unknown>
  onCancel: () => void
}

/** Asks before a contact goes. */
export function DeleteContactDialog({ contact, subject, onConfirm, onCancel }: Props) {
  return (
    <ConfirmDialog
      isOpen
      title={m.contacts_delete_title()}
      subject={subject}
      confirmLabel={m.contacts_delete()}
      isDestructive
      onConfirm={onConfirm}
      onCancel={onCancel}
      errorText={refusalText}
    >
      <DialogText>
        <b>{contact.name}</b>
        {contact.address ? <PostalAddress address={contact.address} /> : null}
        <p>{m.contacts_delete_undo()}</p>
      </DialogText>
    </ConfirmDialog>
  )
}
