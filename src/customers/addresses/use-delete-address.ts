import { useMutation } from '@tanstack/react-query'
import type { Address } from '#/contract/addresses.ts'
import { addressName } from '#/customers/addresses/address-labels.ts'
import { deleteAddressMutation, restoreAddressMutation } from '#/customers/addresses/save-address.ts'
import { useRefreshAfterRefusal, useSayRefusal } from '#/customers/record/use-say-refusal.ts'
import { useSubject } from '#/customers/record/use-subject.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { useNotices } from '#/shared/ui/notice-region.tsx'

/** Deletes an address; a notice says so and brings it back. Rejects with what the API said. */
export function useDeleteAddress(customerId: string) {
  const notices = useNotices()
  const subject = useSubject(customerId)
  const sayRefusal = useSayRefusal(customerId)
  const refresh = useRefreshAfterRefusal(customerId)
  const { mutateAsync: remove } = useMutation(deleteAddressMutation(customerId))
  // Not the callbacks of `mutate`: they are lost when the record is hidden meanwhile.
  const { mutateAsync: restore } = useMutation(restoreAddressMutation(customerId))

  const bringBack = async (addressId: string, idempotencyKey: string) => {
    try {
      const name = addressName(await restore({ addressId, idempotencyKey }))
      notices.show({ kind: 'success', subject, text: m.addresses_restored({ name }) })
    } catch (error) {
      if (isApiError(error, 'duplicate')) sayRefusal(error, subject, { text: m.addresses_restore_taken() })
      else if (isApiError(error, 'not-found')) sayRefusal(error, subject, { text: m.addresses_restore_gone() })
      else sayRefusal(error, subject)
    }
  }

  return async (address: Address) => {
    try {
      await remove(address)
    } catch (error) {
      refresh(error)
      throw error
    }
    const key = crypto.randomUUID()
    notices.show({
      kind: 'success',
      subject,
      text: m.addresses_deleted({ name: addressName(address) }),
      undo: () => void bringBack(address.id, key),
    })
  }
}
