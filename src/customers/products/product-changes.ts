import { productKeys } from '#/customers/products/product.queries.ts'
import type { ChangeRules } from '#/shared/live/change-rules.ts'

/** What customers have, and what they pay for in instalments; other systems change both. */
export const productChanges: ChangeRules = {
  subscription: ({ customerId, resource: { id } }) => ({
    others: [
      ...(customerId === null ? [] : [{ queryKey: productKeys.lists(customerId) }]),
      { queryKey: productKeys.detail(id) },
      { queryKey: productKeys.history(id) },
    ],
  }),
  instalmentPurchase: ({ customerId }) =>
    customerId === null ? {} : { others: [{ queryKey: productKeys.instalments(customerId) }] },
}
