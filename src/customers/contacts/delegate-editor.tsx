import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { AlternativeContact } from '#/contract/alternative-contacts.ts'
import { contactKeys, delegateListQuery, productChoicesQuery } from '#/customers/contacts/contact.queries.ts'
import { delegateEditable } from '#/customers/contacts/delegate-editable.ts'
import { DelegateFields } from '#/customers/contacts/delegate-fields.tsx'
import type { DelegateValues } from '#/customers/contacts/delegate-values.ts'
import { productText } from '#/customers/contacts/product-words.ts'
import {
  addDelegateMutation,
  rememberDelegate,
  saveDelegateMutation,
  type DelegateBody,
} from '#/customers/contacts/save-delegate.ts'
import { customerKeys } from '#/customers/customer.queries.ts'
import type { Lost } from '#/customers/editing/lost-edit.tsx'
import { RecordEditor, type Edit } from '#/customers/editing/record-editor.tsx'
import { useSubject } from '#/customers/record/use-subject.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { m } from '#/shared/i18n/generated/messages.js'

export interface DelegateEditorProps {
  customerId: string
  /** Id of the alternative contact, or the name of the form of a new one. */
  formKey: string
  /** The version that the edit starts from; one with an empty version is new. */
  contact: AlternativeContact
  /** Why it may not be saved any more. */
  lostReason?: string | undefined
  /** The edit is over; says whether the focus was in it, and which alternative contact came of it. */
  onDone: (hadFocus: boolean, savedId: string | undefined) => void
}

/** Who may act for a customer and what they may do, as fields. */
export function DelegateEditor({ customerId, formKey, contact, lostReason, onDone }: DelegateEditorProps) {
  const client = useQueryClient()
  const subject = useSubject(customerId)
  const { data: list } = useQuery(delegateListQuery(customerId))
  const { mutateAsync: add } = useMutation(addDelegateMutation(customerId))
  const { mutateAsync: change } = useMutation(saveDelegateMutation(customerId))
  const known = () => client.getQueryData(delegateListQuery(customerId).queryKey)?.items ?? []
  const [editable] = useState(() =>
    delegateEditable(formKey, contact, {
      customerId,
      taken: () => known().map(({ member }) => member.id),
      productName: (id) => {
        const products = [
          ...(client.getQueryData(productChoicesQuery(customerId).queryKey) ?? []),
          ...known().flatMap((each) => each.products),
        ]
        return productText(products.find((product) => product.id === id) ?? { id, name: null, status: null })
      },
    }),
  )
  const savedId = useRef<string>(undefined)
  // The same for what is drawn: a save that follows at once needs the other.
  const [shownId, setShownId] = useState(contact.id)
  const current = list?.items.find(({ id }) => id === shownId)

  const lost = (): Lost<DelegateValues> | undefined => {
    const isGone = shownId !== '' && list !== undefined && !current
    const text = lostReason ?? (isGone ? m.contacts_delegate_gone() : undefined)
    return text === undefined ? undefined : { text, isReadOnly: true }
  }
  const save = async ({ patch, ifMatch, idempotencyKey }: Edit<DelegateBody>) => {
    const contactId = savedId.current ?? contact.id
    const saved =
      'memberId' in patch
        ? await add({ body: patch, idempotencyKey })
        : await change({ contactId, permissions: patch.permissions, ifMatch, idempotencyKey })
    savedId.current = saved.id
    setShownId(saved.id)
    return saved
  }
  const readAgain = async () => {
    const { items } = await client.fetchQuery({ ...delegateListQuery(customerId), staleTime: 0 })
    const found = items.find(({ id }) => id === (savedId.current ?? contact.id))
    if (!found) throw new Error('The alternative contact is gone')
    return found
  }
  const readWhenGone = async (error: unknown) => {
    if (isApiError(error, 'not-found', 'anonymized-record')) {
      await client.invalidateQueries({ queryKey: customerKeys.detail(customerId) })
    }
    if (isApiError(error, 'not-found', 'anonymized-record', 'duplicate')) {
      await client.invalidateQueries({ queryKey: contactKeys.delegates(customerId) })
    }
  }

  return (
    <RecordEditor
      editable={editable}
      version={contact}
      current={current}
      lost={lost()}
      subject={subject}
      save={save}
      readAgain={readAgain}
      onTheirs={(theirs) => void rememberDelegate(client, customerId, theirs)}
      onFailure={readWhenGone}
      onDone={(hadFocus) => onDone(hadFocus, savedId.current)}
    >
      {(control, base) => <DelegateFields customerId={customerId} control={control} contact={base} />}
    </RecordEditor>
  )
}
