import { presenceKeys } from '#/customers/presence/presence.queries.ts'
import type { ChangeRules } from '#/shared/live/change-rules.ts'

/** A colleague came, went or turned to something else. */
export const presenceChanges: ChangeRules = {
  presence: ({ customerId }, isOwn) =>
    customerId === null || isOwn ? {} : { others: [{ queryKey: presenceKeys.of(customerId) }] },
}
