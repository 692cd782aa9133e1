import * as z from 'zod/mini'
import { accountTypes, customerSorts, customerStatuses, tiers } from '#/contract/customers.ts'
import { choiceParam, codesParam, dayParam, sortSearchParam } from '#/shared/filter/search-values.ts'

/** Filters and sort of the list as they stand in the address; the words searched for never do. */
export const customerListSearchSchema = z.object({
  sort: sortSearchParam(customerSorts),
  status: choiceParam(customerStatuses),
  tier: choiceParam(tiers),
  accountType: choiceParam(accountTypes),
  language: codesParam,
  scopeId: codesParam,
  registeredFrom: dayParam,
  registeredTo: dayParam,
})
export type CustomerListSearch = z.output<typeof customerListSearchSchema>

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Words searched for in a list: personal data, so they are not in the address. */
    words?: string
  }
}
