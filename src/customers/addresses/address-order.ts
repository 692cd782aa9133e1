import { useState } from 'react'
import type { Address } from '#/contract/addresses.ts'
import { addressName } from '#/customers/addresses/address-labels.ts'

export const addressSorts = ['preferred', 'name', 'newest', 'oldest'] as const
export type AddressSort = (typeof addressSorts)[number]

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

const rank = ({ isPreferredBilling, isPreferredShipping }: Address) =>
  (isPreferredBilling ? 0 : 2) + (isPreferredShipping ? 0 : 1)
const byName = (a: Address, b: Address) =>
  Number(a.name === null) - Number(b.name === null) || collator.compare(addressName(a), addressName(b))
const newestFirst = (a: Address, b: Address) => b.createdAt.localeCompare(a.createdAt)

const comparisons: Record<AddressSort, (a: Address, b: Address) => number> = {
  preferred: (a, b) => rank(a) - rank(b) || byName(a, b),
  name: byName,
  newest: newestFirst,
  oldest: (a, b) => newestFirst(b, a),
}

export const sortAddresses = (addresses: readonly Address[], sort: AddressSort): Address[] =>
  addresses.toSorted(comparisons[sort])

interface Order {
  sort: AddressSort
  places: ReadonlyMap<string, number>
}

const orderOf = (addresses: readonly Address[], sort: AddressSort): Order => ({
  sort,
  places: new Map(sortAddresses(addresses, sort).map(({ id }, place) => [id, place])),
})

/**
 * The addresses in an order that stands still: choosing a preferred one must not take its card from under the pointer.
 * Added ones come first; another sort orders them anew.
 */
export function useAddressOrder(addresses: readonly Address[], sort: AddressSort): readonly Address[] {
  const [order, setOrder] = useState(() => orderOf(addresses, sort))
  const isKept = order.sort === sort && (order.places.size > 0 || addresses.length === 0)
  const present = isKept ? order : orderOf(addresses, sort)
  if (!isKept) setOrder(present)
  const place = ({ id }: Address) => present.places.get(id) ?? -1
  return addresses.toSorted((a, b) => place(a) - place(b))
}
