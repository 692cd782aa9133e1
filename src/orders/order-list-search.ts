import * as z from 'zod/mini'
import { orderSorts, orderStatusClasses } from '#/contract/order-codes.ts'
import { choiceParam, codesParam, dayParam, sortSearchParam, yesParam } from '#/shared/filter/search-values.ts'

/** Filters and sort of the orders list as they stand in the address; the words searched for never do. */
export const orderListSearchSchema = z.object({
  sort: sortSearchParam(orderSorts),
  class: choiceParam(orderStatusClasses),
  scopeId: codesParam,
  createdFrom: dayParam,
  createdTo: dayParam,
  needsAttention: yesParam,
})
export type OrderListSearch = z.output<typeof orderListSearchSchema>

/** The list's own part of the search parameters: without the open records. */
export function orderListParams(search: OrderListSearch): OrderListSearch {
  const { sort, class: classes, scopeId, createdFrom, createdTo, needsAttention } = search
  return { sort, class: classes, scopeId, createdFrom, createdTo, needsAttention }
}
