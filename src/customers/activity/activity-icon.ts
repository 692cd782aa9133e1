import type { Activity, ActivityGroup } from '#/contract/activities.ts'
import type { IconName } from '#/shared/ui/icon.tsx'

const groups: Record<ActivityGroup, IconName> = {
  account: 'user',
  status: 'checkCircle',
  addresses: 'home',
  attributes: 'tag',
  organizations: 'users',
  stores: 'star',
  orders: 'orders',
  carts: 'orders',
  subscriptions: 'check',
  invoices: 'copy',
  payments: 'check',
  paymentMethods: 'lock',
  contacts: 'users',
  cases: 'info',
  notes: 'edit',
  communication: 'external',
}

/** By what a kind ends in, or is. */
const kinds: readonly (readonly [RegExp, IconName])[] = [
  [/^(unlocked|accountLocked)$/u, 'lock'],
  [/^pinRevealed$/u, 'mask'],
  [/^notePinned$/u, 'pin'],
  [/^customerAnonymized$/u, 'ban'],
  [/^dataExported$/u, 'external'],
  [/^(preferred.*|.*Default)Changed$/u, 'star'],
  [/(Failed|Expired|Entered)$/u, 'alert'],
  [/(Deleted|Removed)$/u, 'trash'],
  [/(Canceled|Cancelled)$/u, 'ban'],
  [/(Restored|Reopened)$/u, 'undo'],
  [/(Added|Created|Opened)$/u, 'plus'],
  [/(Closed|Approved|Received|Charged)$/u, 'check'],
]

/** A picture for a kind; that of its group for one that says nothing else. */
export const activityIcon = ({ kind, group }: Pick<Activity, 'kind' | 'group'>): IconName =>
  kinds.find(([pattern]) => pattern.test(kind))?.[1] ?? groups[group]
