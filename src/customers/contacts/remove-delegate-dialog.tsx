import type { AlternativeContact } from '#/contract/alternative-contacts.ts'
import { DialogText } from '#/customers/contacts/cards.ts'
import { DelegateRights } from '#/customers/contacts/delegate-rights.tsx'
import { partyName } from '#/customers/contacts/delegate-values.ts'
import { addedAgain } from '#/customers/contacts/use-remove-delegate.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { failureText } from '#/shared/api/failure-text.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { ConfirmDialog } from '#/shared/ui/confirm-dialog.tsx'
import type { Subject } from '#/shared/ui/customer-subject.tsx'

function refusalText(error: unknown): string {
  if (isApiError(error, 'stale')) return m.contacts_delegate_remove_stale()
  if (isApiError(error, 'not-found')) return m.contacts_delegate_remove_gone()
  return failureText(error, m.errors_action_failed())
}

interface Props {
  contact: AlternativeContact
  subject: Subject
  onConfirm: () => Promise<unknown>
  onCancel: () => void
}

/** Asks before another customer may no longer act for this one. */
export function RemoveDelegateDialog({ contact, subject, onConfirm, onCancel }: Props) {
  const { member, permissions, products } = contact
  return (
    <ConfirmDialog
      isOpen
      title={m.contacts_delegate_remove_title()}
      subject={subject}
      confirmLabel={m.contacts_delegate_remove_confirm()}
      isDestructive
      onConfirm={onConfirm}
      onCancel={onCancel}
      errorText={refusalText}
    >
      <DialogText>
        <b>
          {member.visible
            ? [member.name, member.customerNumber].filter(Boolean).join(' ') || partyName(member)
            : m.contacts_party_hidden()}
        </b>
        <DelegateRights permissions={permissions} products={products} />
        <p>{m.contacts_delegate_remove_text()}</p>
        <p>{addedAgain(contact) ? m.contacts_delegate_remove_undo() : m.contacts_delegate_remove_final()}</p>
      </DialogText>
    </ConfirmDialog>
  )
}
