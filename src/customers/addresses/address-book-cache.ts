import type { QueryClient } from '@tanstack/react-query'
import type { Address } from '#/contract/addresses.ts'
import { addressKeys, addressListQuery } from '#/customers/addresses/address.queries.ts'

export const preferences = ['isPreferredBilling', 'isPreferredShipping'] as const
export type Preference = (typeof preferences)[number]

function change(client: QueryClient, customerId: string, next: (items: readonly Address[]) => readonly Address[]) {
  client.setQueryData(addressListQuery(customerId).queryKey, (book) => {
    if (!book) return book
    const items = next(book.items)
    return { items, total: { ...book.total, value: items.length } }
  })
}

/** A read that is under way may bring what was before the change. */
export const stopReading = async (client: QueryClient, customerId: string) =>
  client.cancelQueries({ queryKey: addressKeys.list(customerId) })

/** The addresses as far as they are known. */
export const knownAddresses = (client: QueryClient, customerId: string): readonly Address[] =>
  client.getQueryData(addressListQuery(customerId).queryKey)?.items ?? []

/** Puts a newer version of an address, or a new one, into the book. What it is preferred for, no other one is. */
export function rememberAddress(client: QueryClient, customerId: string, address: Address) {
  const yielding = (other: Address): Address => ({
    ...other,
    isPreferredBilling: other.isPreferredBilling && !address.isPreferredBilling,
    isPreferredShipping: other.isPreferredShipping && !address.isPreferredShipping,
  })
  change(client, customerId, (items) => {
    const isKnown = items.some(({ id }) => id === address.id)
    const others = items.map((other) => (other.id === address.id ? address : yielding(other)))
    return isKnown ? others : [address, ...others]
  })
}

/** Puts a newer version into the book; what is shown as preferred stays as it is, for the next choice may be under way. */
export function rememberVersion(client: QueryClient, customerId: string, address: Address) {
  change(client, customerId, (items) =>
    items.map((known) => {
      const { id, isPreferredBilling, isPreferredShipping } = known
      return id === address.id ? { ...address, isPreferredBilling, isPreferredShipping } : known
    }),
  )
}

/** Takes an address out of the book. */
export function forgetAddress(client: QueryClient, customerId: string, addressId: string) {
  change(client, customerId, (items) => items.filter(({ id }) => id !== addressId))
}

/** Shows these addresses, and no others, as preferred. */
export function showPreferred(
  client: QueryClient,
  customerId: string,
  preference: Preference,
  addressIds: readonly string[],
) {
  change(client, customerId, (items) =>
    items.map((address) => ({ ...address, [preference]: addressIds.includes(address.id) })),
  )
}
