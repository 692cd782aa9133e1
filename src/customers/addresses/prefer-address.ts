import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { addressSchema, type Address } from '#/contract/addresses.ts'
import {
  knownAddresses,
  rememberVersion,
  showPreferred,
  stopReading,
  type Preference,
} from '#/customers/addresses/address-book-cache.ts'
import { addressKeys } from '#/customers/addresses/address.queries.ts'
import { sendAddressPatch } from '#/customers/addresses/save-address.ts'
import { customerKeys } from '#/customers/customer.queries.ts'
import { isApiError } from '#/shared/api/api-error.ts'

/** Which address is preferred from now on; none without an id. */
export interface PreferenceChoice {
  preference: Preference
  addressId: string | null
  /** Those that were preferred until now; more than one only by a mistake of whoever stored them. */
  before: readonly string[]
}

/** The address apart from its version and from what it is preferred for. */
const contentOf = (address: Address) =>
  JSON.stringify({
    ...address,
    etag: '',
    updatedAt: '',
    updatedBy: null,
    isPreferredBilling: false,
    isPreferredShipping: false,
    usedBy: [],
  })

/**
 * Sets one flag of one address in the version that is shown. A version that only its flags moved on, as every choice of
 * another address does, is still the address that the person chose: then the flag is sent once more.
 */
async function setFlag(
  client: QueryClient,
  customerId: string,
  addressId: string,
  patch: Partial<Record<Preference, boolean>>,
) {
  const shown = knownAddresses(client, customerId).find(({ id }) => id === addressId)
  const send = async (ifMatch: string) =>
    sendAddressPatch(customerId, { addressId, patch, ifMatch, idempotencyKey: crypto.randomUUID() })
  try {
    return await send(shown?.etag ?? '*')
  } catch (error) {
    const current = z.safeParse(addressSchema, isApiError(error, 'stale') ? error.problem?.current : undefined)
    if (!shown || !current.success || contentOf(shown) !== contentOf(current.data)) throw error
    return send(current.data.etag)
  }
}

/** Chooses the preferred address, or none. It shows at once and goes back when it is refused; the caller says so. */
export const preferAddressMutation = (customerId: string) =>
  mutationOptions({
    mutationKey: ['prefer-address', customerId],
    // One after the other: each starts from the versions that the one before left.
    scope: { id: `prefer-address/${customerId}` },
    mutationFn: async ({ preference, addressId, before }: PreferenceChoice, { client }) => {
      const changes = addressId === null ? before.map((id) => [id, false] as const) : [[addressId, true] as const]
      for (const [id, isPreferred] of changes) {
        const address = await setFlag(client, customerId, id, { [preference]: isPreferred })
        rememberVersion(client, customerId, address)
      }
    },
    meta: {
      invalidates: [addressKeys.list(customerId), customerKeys.lists(), customerKeys.title(customerId)],
      onFailure: 'form',
    },
    onMutate: async ({ preference, addressId }, { client }) => {
      showPreferred(client, customerId, preference, addressId === null ? [] : [addressId])
      await stopReading(client, customerId)
    },
    onError: (_error, { preference, addressId, before }, _result, { client }) => {
      const shown = knownAddresses(client, customerId).filter((address) => address[preference])
      const isStillShown = shown.length === (addressId === null ? 0 : 1) && shown.every(({ id }) => id === addressId)
      // Somebody may have chosen again meanwhile.
      if (isStillShown) showPreferred(client, customerId, preference, before)
    },
  })
