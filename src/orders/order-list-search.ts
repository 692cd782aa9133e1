import * as z from 'zod/mini'
import { orderSorts, orderStatusClasses } from '#/contract/order-codes.ts'
import {
  choiceParam,
  codesParam,
  currencyParam,
  dayParam,
  sortSearchParam,
  wholeParam,
  yesParam,
} from '#/shared/filter/search-values.ts'

/** Filters and sort of the orders list as they stand in the address; the words searched for never do. */
export const orderListSearchSchema = z.object({
  sort: sortSearchParam(orderSorts),
  class: choiceParam(orderStatusClasses),
  scopeId: codesParam,
  createdFrom: dayParam,
  createdTo: dayParam,
  status: codesParam,
  currency: currencyParam,
  totalMin: wholeParam,
  totalMax: wholeParam,
  needsAttention: yesParam,
})
export type OrderListSearch = z.output<typeof orderListSearchSchema>

/** The list's own part of the search parameters: without the open records. */
export function orderListParams(search: OrderListSearch): OrderListSearch {
  const { sort, class: classes, status, scopeId, createdFrom, createdTo, needsAttention } = search
  const { currency, totalMin, totalMax } = search
  return {
    sort,
    class: classes,
    status,
    scopeId,
    createdFrom,
    createdTo,
    needsAttention,
    // Amounts mean nothing without their currency.
    ...(currency === undefined ? {} : { currency, totalMin, totalMax }),
  }
}
