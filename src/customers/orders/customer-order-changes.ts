import { listsWith, titleOf } from '#/customers/customer-changes.ts'
import { customerKeys } from '#/customers/customer.queries.ts'
import type { ChangeRules } from '#/shared/live/change-rules.ts'

/** Orders and carts of a customer; the account and the lists show the last order. */
export const customerOrderChanges: ChangeRules = {
  order: ({ customerId }) => {
    if (customerId === null) return {}
    return {
      others: [
        { queryKey: ['customers', 'orders', customerId] },
        { queryKey: ['customers', 'order-values', customerId] },
        { queryKey: ['customers', 'hidden-rows', customerId] },
        { queryKey: customerKeys.detail(customerId) },
        titleOf(customerId),
        listsWith(customerId),
      ],
    }
  },
  cart: ({ customerId, resource }) => {
    if (customerId === null) return {}
    return {
      others: [
        { queryKey: ['customers', 'carts', customerId] },
        { queryKey: ['customers', 'cart', customerId, resource.id] },
        { queryKey: ['customers', 'hidden-rows', customerId] },
      ],
    }
  },
}
