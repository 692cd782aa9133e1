import type { InfiniteData } from '@tanstack/react-query'
import type { Page } from '#/contract/common.ts'
import type { Membership } from '#/contract/organizations.ts'
import { listsWith } from '#/customers/customer-changes.ts'
import { organizationKeys, organizationQuery } from '#/customers/organizations/organization.queries.ts'
import { dataOf, listShows, type ChangeRules } from '#/shared/live/change-rules.ts'

/** Organizations and who belongs to them. */
export const organizationChanges: ChangeRules = {
  membership: (event) => {
    const { customerId } = event
    if (customerId === null) return {}
    return {
      source: {
        queryKey: [...organizationKeys.of(customerId), 'list'],
        shows: (data) => {
          const { pages } = data as InfiniteData<Page<Membership>>
          const isWhole = pages.at(-1)?.next === undefined
          const items = pages.flatMap((page) => page.items.map(({ id }) => ({ id })))
          return (isWhole || event.type === 'membership.created') && listShows(items, event)
        },
      },
      others: [{ queryKey: organizationKeys.of(customerId) }, listsWith(customerId)],
    }
  },
  organization: (event) => ({
    source: dataOf(organizationQuery(event.resource.id), (organization) => listShows([organization], event)),
    others: [{ queryKey: organizationKeys.all }, { queryKey: ['customers', 'organizations'] }],
  }),
}
