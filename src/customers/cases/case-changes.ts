import { caseKeys, caseQuery } from '#/customers/cases/case.queries.ts'
import { listsWith } from '#/customers/customer-changes.ts'
import { dataOf, listShows, type ChangeRules } from '#/shared/live/change-rules.ts'

/** A case: where it is shown alone with its comments, and in the lists. Its customer counts its open ones. */
export const caseChanges: ChangeRules = {
  case: (event) => {
    const { customerId, resource } = event
    if (customerId === null) return {}
    return {
      source: dataOf(caseQuery(resource.id), (shown) => listShows([shown], event)),
      others: [{ queryKey: caseKeys.lists(customerId) }, listsWith(customerId)],
    }
  },
}
