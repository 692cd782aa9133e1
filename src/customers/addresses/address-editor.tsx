import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { getAddress, type Address } from '#/contract/addresses.ts'
import { rememberAddress } from '#/customers/addresses/address-book-cache.ts'
import { addressEditable } from '#/customers/addresses/address-editable.ts'
import { AddressFormFields } from '#/customers/addresses/address-form-fields.tsx'
import { addressKeys } from '#/customers/addresses/address.queries.ts'
import type { AddressBody } from '#/customers/addresses/check-address.ts'
import { addAddressMutation, saveAddressMutation, type AddressCreate } from '#/customers/addresses/save-address.ts'
import { customerKeys } from '#/customers/customer.queries.ts'
import { RecordEditor, type Edit } from '#/customers/editing/record-editor.tsx'
import { useSubject } from '#/customers/record/use-subject.ts'
import { api } from '#/shared/api/api.ts'
import { isApiError } from '#/shared/api/api-error.ts'

export interface AddressEditorProps {
  customerId: string
  /** Id of the address, or the name of the form of a new one. */
  formKey: string
  /** The version that the edit starts from; one with an empty version is new. */
  address: Address
  /** The edit is over; says whether the focus was in it, and which address came of it. */
  onDone: (hadFocus: boolean, savedId: string | undefined) => void
}

/** An address as fields, in place of its card. */
export function AddressEditor({ customerId, formKey, address, onDone }: AddressEditorProps) {
  const client = useQueryClient()
  const subject = useSubject(customerId)
  const { mutateAsync: add } = useMutation(addAddressMutation(customerId))
  const { mutateAsync: change } = useMutation(saveAddressMutation(customerId))
  const [editable] = useState(() => addressEditable(formKey, address))
  const savedId = useRef<string>(undefined)

  const save = async ({ patch, ifMatch, idempotencyKey }: Edit<AddressBody>) => {
    const addressId = savedId.current ?? address.id
    const saved =
      ifMatch === ''
        ? await add({ body: patch as AddressCreate, idempotencyKey })
        : await change({ addressId, patch, ifMatch, idempotencyKey })
    savedId.current = saved.id
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
