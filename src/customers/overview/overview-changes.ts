import { activityChanges } from '#/customers/activity/activity-changes.ts'
import { alertKeys } from '#/customers/overview/alert.queries.ts'
import { overviewKeys } from '#/customers/overview/overview.queries.ts'
import type { ChangeRule, ChangeRules } from '#/shared/live/change-rules.ts'

const changed: ChangeRule = ({ customerId, resource }) => {
  if (customerId === null) return {}
  const overview = { queryKey: overviewKeys.of(customerId) }
  return { others: resource.type === 'alert' ? [overview, { queryKey: alertKeys.of(customerId) }] : [overview] }
}

/** Whatever is written down of a customer may stand on one of the cards. */
export const overviewChanges: ChangeRules = Object.fromEntries(
  Object.keys(activityChanges).map((type) => [type, changed]),
)
