import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { getAddress, type Address } from '#/contract/addresses.ts'
import { rememberAddress } from '#/customers/addresses/address-book-cache.ts'
import { addressEditable } from '#/customers/addresses/address-editable.ts'
import { AddressFormFields } from '#/customers/addresses/address-form-fields.tsx'
import type { AddressValues } from '#/customers/addresses/address-values.ts'
import { addressKeys, addressListQuery, deletedAddressQuery } from '#/customers/addresses/address.queries.ts'
import type { AddressBody } from '#/customers/addresses/check-address.ts'
import { addAddressMutation, saveAddressMutation, type AddressCreate } from '#/customers/addresses/save-address.ts'
import { customerKeys } from '#/customers/customer.queries.ts'
import type { Lost } from '#/customers/editing/lost-edit.tsx'
import { RecordEditor, type Edit } from '#/customers/editing/record-editor.tsx'
import { whenOf, whoOf } from '#/customers/editing/said.ts'
import { useSubject } from '#/customers/record/use-subject.ts'
import { api } from '#/shared/api/api.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { m } from '#/shared/i18n/generated/messages.js'

export interface AddressEditorProps {
  customerId: string
  /** Id of the address, or the name of the form of a new one. */
  formKey: string
  /** The version that the edit starts from; one with an empty version is new. */
  address: Address
  /** What a new one begins with; the values of the version unless told. */
  start?: AddressValues | undefined
  /** Why it may not be saved any more. */
  lostReason?: string | undefined
  /** Goes on with what was typed as a new address. */
  onAddAsNew: (typed: AddressValues) => void
  /** The edit is over; says whether the focus was in it, and which address came of it. */
  onDone: (hadFocus: boolean, savedId: string | undefined) => void
}

/** The address as it was read last, and why it cannot be saved any more. */
function usePresentAddress(
  customerId: string,
  addressId: string,
  lostReason: string | undefined,
  onAddAsNew: (typed: AddressValues) => void,
): { current: Address | undefined; lost: Lost<AddressValues> | undefined } {
  const { data: book } = useQuery(addressListQuery(customerId))
  const current = book?.items.find(({ id }) => id === addressId)
  const isGone = addressId !== '' && book !== undefined && !current
  const { data: deleted } = useQuery({ ...deletedAddressQuery(customerId, addressId), enabled: isGone })
  if (lostReason !== undefined) return { current, lost: { text: lostReason, isReadOnly: true } }
  if (!isGone) return { current, lost: undefined }
  const text = deleted
    ? m.addresses_deleted_by({ who: whoOf(deleted.by), when: whenOf(deleted.at) })
    : m.addresses_deleted_meanwhile()
  const rescue = { label: m.addresses_add_as_new(), run: onAddAsNew }
  return { current, lost: { text, isReadOnly: false, rescue } }
}

/** An address as fields, in place of its card. */
export function AddressEditor(props: AddressEditorProps) {
  const { customerId, formKey, address, start, lostReason, onAddAsNew, onDone } = props
  const client = useQueryClient()
  const subject = useSubject(customerId)
  const { mutateAsync: add } = useMutation(addAddressMutation(customerId))
  const { mutateAsync: change } = useMutation(saveAddressMutation(customerId))
  const [editable] = useState(() => addressEditable(formKey, address))
  const savedId = useRef<string>(undefined)
  // The same for what is drawn: a save that follows at once needs the other.
  const [shownId, setShownId] = useState(address.id)
  const { current, lost } = usePresentAddress(customerId, shownId, lostReason, onAddAsNew)

  const save = async ({ patch, ifMatch, idempotencyKey }: Edit<AddressBody>) => {
    const addressId = savedId.current ?? address.id
    const saved =
      ifMatch === ''
        ? await add({ body: patch as AddressCreate, idempotencyKey })
        : await change({ addressId, patch, ifMatch, idempotencyKey })
    savedId.current = saved.id
    setShownId(saved.id)
    return saved
  }
  const readAgain = async () => api(getAddress, { path: { id: customerId, addressId: savedId.current ?? address.id } })
  const readWhenGone = async (error: unknown) => {
    if (!isApiError(error, 'not-found', 'anonymized-record')) return
    await client.invalidateQueries({ queryKey: customerKeys.detail(customerId) })
    await client.invalidateQueries({ queryKey: addressKeys.list(customerId) })
  }

  return (
    <RecordEditor
      editable={editable}
      version={address}
      current={current}
      start={start}
      lost={lost}
      subject={subject}
      save={save}
      readAgain={readAgain}
      onTheirs={(theirs) => rememberAddress(client, customerId, theirs)}
      onFailure={readWhenGone}
      onDone={(hadFocus) => onDone(hadFocus, savedId.current)}
    >
      {(control, base) => <AddressFormFields control={control} address={base} />}
    </RecordEditor>
  )
}
