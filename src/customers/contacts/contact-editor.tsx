import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { getContact, type Contact } from '#/contract/contacts.ts'
import { flagHolders } from '#/customers/contacts/flag-holders.ts'
import { contactEditable } from '#/customers/contacts/contact-editable.ts'
import { ContactFields } from '#/customers/contacts/contact-fields.tsx'
import { contactKeys, contactListQuery } from '#/customers/contacts/contact.queries.ts'
import type { ContactBody } from '#/customers/contacts/check-contact.ts'
import type { ContactValues } from '#/customers/contacts/contact-values.ts'
import {
  addContactMutation,
  rememberContact,
  saveContactMutation,
  type ContactCreate,
} from '#/customers/contacts/save-contact.ts'
import { customerKeys } from '#/customers/customer.queries.ts'
import type { Lost } from '#/customers/editing/lost-edit.tsx'
import { RecordEditor, type Edit } from '#/customers/editing/record-editor.tsx'
import { useSubject } from '#/customers/record/use-subject.ts'
import { api } from '#/shared/api/api.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { m } from '#/shared/i18n/generated/messages.js'

export interface ContactEditorProps {
  customerId: string
  /** Id of the contact, or the name of the form of a new one. */
  formKey: string
  /** The version that the edit starts from; one with an empty version is new. */
  contact: Contact
  start?: ContactValues | undefined
  /** Why it may not be saved any more. */
  lostReason?: string | undefined
  /** Goes on with what was typed as a new contact. */
  onAddAsNew: (typed: ContactValues) => void
  /** The edit is over; says whether the focus was in it, and which contact came of it. */
  onDone: (hadFocus: boolean, savedId: string | undefined) => void
}

/** A contact as fields, in place of its card. */
export function ContactEditor(props: ContactEditorProps) {
  const { customerId, formKey, contact, start, lostReason, onAddAsNew, onDone } = props
  const client = useQueryClient()
  const subject = useSubject(customerId)
  const { data: list } = useQuery(contactListQuery(customerId))
  const { mutateAsync: add } = useMutation(addContactMutation(customerId))
  const { mutateAsync: change } = useMutation(saveContactMutation(customerId))
  const [editable] = useState(() => contactEditable(formKey, contact))
  const savedId = useRef<string>(undefined)
  // The same for what is drawn: a save that follows at once needs the other.
  const [shownId, setShownId] = useState(contact.id)
  const current = list?.items.find(({ id }) => id === shownId)

  const lost = (): Lost<ContactValues> | undefined => {
    if (lostReason !== undefined) return { text: lostReason, isReadOnly: true }
    if (shownId === '' || !list || current) return undefined
    const rescue = { label: m.contacts_add_as_new(), run: onAddAsNew }
    return { text: m.contacts_gone(), isReadOnly: false, rescue }
  }
  const save = async ({ patch, ifMatch, idempotencyKey }: Edit<ContactBody>) => {
    const contactId = savedId.current ?? contact.id
    const saved =
      ifMatch === ''
        ? await add({ body: patch as ContactCreate, idempotencyKey })
        : await change({ contactId, patch, ifMatch, idempotencyKey })
    savedId.current = saved.id
    setShownId(saved.id)
    return saved
  }
  const readAgain = async () => api(getContact, { path: { id: customerId, contactId: savedId.current ?? contact.id } })
  const readWhenGone = async (error: unknown) => {
    if (!isApiError(error, 'not-found', 'anonymized-record')) return
    await client.invalidateQueries({ queryKey: customerKeys.detail(customerId) })
    await client.invalidateQueries({ queryKey: contactKeys.list(customerId) })
  }

  return (
    <RecordEditor
      editable={editable}
      version={contact}
      current={current}
      start={start}
      lost={lost()}
      subject={subject}
      save={save}
      readAgain={readAgain}
      onTheirs={(theirs) => void rememberContact(client, customerId, theirs)}
      onFailure={readWhenGone}
      onDone={(hadFocus) => onDone(hadFocus, savedId.current)}
    >
      {(control, base) => <ContactFields control={control} contact={base} holders={flagHolders(list?.items ?? [])} />}
    </RecordEditor>
  )
}
