import { useMutation, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { addressSchema } from '#/contract/addresses.ts'
import { knownAddresses, type Preference } from '#/customers/addresses/address-book-cache.ts'
import { addressName } from '#/customers/addresses/address-labels.ts'
import { preferAddressMutation } from '#/customers/addresses/prefer-address.ts'
import { whenOf, whoOf } from '#/customers/editing/said.ts'
import { useSayRefusal } from '#/customers/record/use-say-refusal.ts'
import { useSubject } from '#/customers/record/use-subject.ts'
import { isApiError } from '#/shared/api/api-error.ts'
import { m } from '#/shared/i18n/generated/messages.js'
import { useNotices } from '#/shared/ui/notice-region.tsx'

const chosenTexts = {
  isPreferredBilling: m.addresses_preferred_billing,
  isPreferredShipping: m.addresses_preferred_shipping,
}
const noneTexts = {
  isPreferredBilling: m.addresses_preferred_none_billing,
  isPreferredShipping: m.addresses_preferred_none_shipping,
}

/** Chooses the preferred address, or none (`null`), at once; a notice says so and takes it back. */
export function usePreferAddress(customerId: string) {
  const client = useQueryClient()
  const notices = useNotices()
  const subject = useSubject(customerId)
  const sayRefusal = useSayRefusal(customerId)
  // Not the callbacks of `mutate`: they are lost when the record is hidden meanwhile.
  const { mutateAsync } = useMutation(preferAddressMutation(customerId))

  return async function prefer(preference: Preference, addressId: string | null): Promise<void> {
    const addresses = knownAddresses(client, customerId)
    const before = addresses.filter((address) => address[preference]).map(({ id }) => id)
    const chosen = addresses.find(({ id }) => id === addressId)
    const text = chosen ? chosenTexts[preference]({ name: addressName(chosen) }) : noneTexts[preference]()
    const undo = () => void prefer(preference, before[0] ?? null)
    try {
      await mutateAsync({ preference, addressId, before })
      notices.show({ kind: 'success', text, subject, undo })
      return undefined
    } catch (error) {
      const current = z.safeParse(addressSchema, isApiError(error, 'stale') ? error.problem?.current : undefined)
      if (!current.success) return sayRefusal(error, subject)
      // What it is now was not seen when it was chosen: shown first, and asked again.
      const { updatedBy, updatedAt } = current.data
      const name = addressName(current.data)
      return sayRefusal(error, subject, {
        text: m.addresses_changed_meanwhile({ name, who: whoOf(updatedBy), when: whenOf(updatedAt) }),
        action: { label: m.addresses_prefer_anyway({ name }), run: () => void prefer(preference, addressId) },
      })
    }
  }
}
