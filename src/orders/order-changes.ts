import { orderKeys, orderQuery } from '#/orders/order.queries.ts'
import { dataOf, listShows, type ChangeRules } from '#/shared/live/change-rules.ts'

/** Orders in the lists of orders and on their own page. */
export const orderChanges: ChangeRules = {
  order: (event) => ({
    source: dataOf(orderQuery(event.resource.id), (order) => listShows([order], event)),
    others: [{ queryKey: orderKeys.lists() }],
  }),
}
