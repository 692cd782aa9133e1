import { addressListQuery } from '#/customers/addresses/address.queries.ts'
import { listsWith, titleOf } from '#/customers/customer-changes.ts'
import { dataOf, listShows, type ChangeRules } from '#/shared/live/change-rules.ts'

/** An address: the address book, and where the place of the customer is shown. */
export const addressChanges: ChangeRules = {
  address: (event) => {
    const { customerId } = event
    if (customerId === null) return {}
    return {
      source: dataOf(addressListQuery(customerId), ({ items }) => listShows(items, event)),
      others: [titleOf(customerId), listsWith(customerId)],
    }
  },
}
