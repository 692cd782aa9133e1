import type { AlternativeContact } from '#/contract/alternative-contacts.ts'
import { codeLabel } from '#/shared/format/code-label.ts'
import { m } from '#/shared/i18n/generated/messages.js'

type Product = AlternativeContact['products'][number]

/** In which state a product is, unless it is simply there; a state that nobody knows is shown as it is. */
function productState({ status }: Product): string | undefined {
  if (status === null || status === 'active') return undefined
  return codeLabel('subscriptionStatus', status)
}

/** Nothing can be done with these any more. */
export const isOver = ({ status }: Pick<Product, 'status'>) =>
  status === null || ['expired', 'cancelled', 'inactive'].includes(status)

/** A product by name and state; one that is gone has neither. */
export function productText(product: Product): string {
  if (product.name === null) return m.contacts_product_gone()
  const state = productState(product)
  return state === undefined ? product.name : m.contacts_product_state({ name: product.name, state })
}
