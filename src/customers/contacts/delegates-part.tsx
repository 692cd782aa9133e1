import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { AlternativeContact } from '#/contract/alternative-contacts.ts'
import { CardPart } from '#/customers/contacts/card-part.tsx'
import { actsForListQuery, delegateListQuery } from '#/customers/contacts/contact.queries.ts'
import { DelegateCard } from '#/customers/contacts/delegate-card.tsx'
import type { DelegateEditorProps } from '#/customers/contacts/delegate-editor.tsx'
import { blankDelegate, partyName, type DelegateValues } from '#/customers/contacts/delegate-values.ts'
import { FormCard } from '#/customers/contacts/form-card.tsx'
import { matchDelegates } from '#/customers/contacts/match-contact.ts'
import { RemoveDelegateDialog } from '#/customers/contacts/remove-delegate-dialog.tsx'
import { delegatePrefix, useOpenForms, type OpenForm } from '#/customers/contacts/use-open-forms.ts'
import { useRemoveDelegate } from '#/customers/contacts/use-remove-delegate.ts'
import { useWriteReason } from '#/customers/record/edit-reason.ts'
import { useSubject } from '#/customers/record/use-subject.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { lazyPart } from '#/shared/ui/lazy-part.tsx'
import { isNewId } from '#/workspace/open-records.ts'

const editor = lazyPart<DelegateEditorProps>(
  async () => (await import('#/customers/contacts/delegate-editor.tsx')).DelegateEditor,
)

type Form = OpenForm<AlternativeContact, DelegateValues>

const versionOf = ({ key, item }: Form) =>
  item ?? (isNewId(key) ? blankDelegate() : blankDelegate({ id: key, etag: '"gone"' }))

function titleOf({ item }: Form): string {
  if (!item) return m.contacts_delegate_form_new()
  return item.member.visible ? partyName(item.member) : m.contacts_party_hidden()
}

/** Other customers who may act for this one, and what each may do. */
export function DelegatesPart({ customerId }: { customerId: string }) {
  const query = useQuery(delegateListQuery(customerId))
  const actsFor = useInfiniteQuery(actsForListQuery(customerId))
  const subject = useSubject(customerId)
  const reason = useWriteReason(customerId, 'delegate:write', m.contacts_delegate_forbidden())
  const forms = useOpenForms<AlternativeContact, DelegateValues>(customerId, delegatePrefix, query.data?.items)
  const remove = useRemoveDelegate(customerId)
  const mutual = new Set(actsFor.data?.pages.flatMap(({ items }) => items.map(({ customer }) => customer.id)))
  return (
    <CardPart
      words={{
        title: m.contacts_delegates_title(),
        text: m.contacts_delegates_text(),
        add: m.contacts_delegate_add(),
        addFirst: m.contacts_delegate_add_first(),
        empty: m.contacts_delegates_empty(),
        emptyText: m.contacts_delegates_empty_text(),
        filter: m.contacts_delegates_filter(),
      }}
      query={query}
      forms={forms}
      match={matchDelegates}
      reason={reason}
      onIntent={editor.preload}
      remove={remove}
      renderCard={(contact, card) => (
        <DelegateCard contact={contact} isMutual={mutual.has(contact.member.id)} {...card} />
      )}
      renderForm={(form, onDone) => (
        <FormCard title={titleOf(form)} fields={4} onRetry={editor.retry}>
          <editor.Body
            customerId={customerId}
            formKey={form.key}
            contact={versionOf(form)}
            lostReason={reason}
            onDone={onDone}
          />
        </FormCard>
      )}
      renderQuestion={(contact, answer) => <RemoveDelegateDialog contact={contact} subject={subject} {...answer} />}
    />
  )
}
