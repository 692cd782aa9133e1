import type { UseQueryResult } from '@tanstack/react-query'
import type { Contact } from '#/contract/contacts.ts'
import { CardPart } from '#/customers/contacts/card-part.tsx'
import { ContactCard } from '#/customers/contacts/contact-card.tsx'
import type { ContactEditorProps } from '#/customers/contacts/contact-editor.tsx'
import type { WholeList } from '#/customers/contacts/contact.queries.ts'
import { blankContact, type ContactValues } from '#/customers/contacts/contact-values.ts'
import { DeleteContactDialog } from '#/customers/contacts/delete-contact-dialog.tsx'
import { flagHolders } from '#/customers/contacts/flag-holders.ts'
import { FormCard } from '#/customers/contacts/form-card.tsx'
import { matchContacts } from '#/customers/contacts/match-contact.ts'
import { useDeleteContact } from '#/customers/contacts/use-delete-contact.ts'
import { useFlagContact } from '#/customers/contacts/use-flag-contact.ts'
import { useOpenForms, type OpenForm } from '#/customers/contacts/use-open-forms.ts'
import { useEditReason } from '#/customers/record/edit-reason.ts'
import { useSubject } from '#/customers/record/use-subject.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'
import { isNewId } from '#/workspace/open-records.ts'

const editor = lazyPart<ContactEditorProps>(
  async () => (await import('#/customers/contacts/contact-editor.tsx')).ContactEditor,
)

/** What a form starts from: nothing for a new contact; of one that is gone only what was typed is left. */
const versionOf = ({ key, item }: OpenForm<Contact, ContactValues>) =>
  item ?? (isNewId(key) ? blankContact() : blankContact({ id: key, etag: '"gone"' }))

interface Props {
  customerId: string
  query: UseQueryResult<WholeList<Contact>>
}

/** Whom to turn to about a customer. They may do nothing: that is what alternative contacts are for. */
export function ContactsPart({ customerId, query }: Props) {
  const subject = useSubject(customerId)
  const reason = useEditReason(customerId)
  const contacts = query.data?.items
  const forms = useOpenForms<Contact, ContactValues>(customerId, '', contacts)
  const flag = useFlagContact(customerId)
  const remove = useDeleteContact(customerId)
  const holders = flagHolders(contacts ?? [])
  return (
    <CardPart
      words={{
        title: m.contacts_title(),
        text: m.contacts_text(),
        add: m.contacts_add(),
        addFirst: m.contacts_add_first(),
        empty: m.contacts_empty(),
        emptyText: m.contacts_empty_text(),
        filter: m.contacts_filter(),
      }}
      query={query}
      forms={forms}
      match={matchContacts}
      reason={reason}
      onIntent={editor.preload}
      remove={remove}
      renderCard={(contact, { onRemove, ...card }) => (
        <ContactCard
          contact={contact}
          holders={holders}
          {...card}
          onFlag={(which) => void flag(which, contact)}
          onDelete={onRemove}
        />
      )}
      renderForm={(form, onDone) => (
        <FormCard title={form.item?.name ?? m.contacts_form_new()} fields={12} onRetry={editor.retry}>
          <editor.Body
            customerId={customerId}
            formKey={form.key}
            contact={versionOf(form)}
            start={form.start}
            lostReason={reason}
            onAddAsNew={(typed) => forms.addAs(form.key, { ...typed, isPrimary: false, isBilling: false })}
            onDone={onDone}
          />
        </FormCard>
      )}
      renderQuestion={(contact, answer) => <DeleteContactDialog contact={contact} subject={subject} {...answer} />}
    />
  )
}
