import { activityChanges } from '#/customers/activity/activity-changes.ts'
import { addressChanges } from '#/customers/addresses/address-changes.ts'
import { attributeChanges } from '#/customers/attributes/attribute-changes.ts'
import { billingChanges } from '#/customers/billing/billing-changes.ts'
import { caseChanges } from '#/customers/cases/case-changes.ts'
import { contactChanges } from '#/customers/contacts/contact-changes.ts'
import { customerChanges } from '#/customers/customer-changes.ts'
import { noteChanges } from '#/customers/notes/note-changes.ts'
import { customerOrderChanges } from '#/customers/orders/customer-order-changes.ts'
import { organizationChanges } from '#/customers/organizations/organization-changes.ts'
import { overviewChanges } from '#/customers/overview/overview-changes.ts'
import { paymentChanges } from '#/customers/payments/payment-changes.ts'
import { presenceChanges } from '#/customers/presence/presence-changes.ts'
import { productChanges } from '#/customers/products/product-changes.ts'
import { storeChanges } from '#/customers/stores/store-changes.ts'
import { orderChanges } from '#/orders/order-changes.ts'
import type { ChangeRule, ChangeRules } from '#/shared/live/change-rules.ts'
import { sessionChanges } from '#/shared/session/session-changes.ts'

const together =
  (first: ChangeRule, second: ChangeRule): ChangeRule =>
  (event, isOwn) => {
    const [one, two] = [first(event, isOwn), second(event, isOwn)]
    const source = one.source ?? two.source
    const others = [...(one.others ?? []), ...(two.others ?? []), ...(one.source && two.source ? [two.source] : [])]
    return source ? { source, others } : { others }
  }

/** What each feature does about a change. */
export const changeRules: ChangeRules = [
  customerChanges,
  addressChanges,
  attributeChanges,
  organizationChanges,
  storeChanges,
  customerOrderChanges,
  orderChanges,
  paymentChanges,
  billingChanges,
  noteChanges,
  productChanges,
  contactChanges,
  caseChanges,
  activityChanges,
  overviewChanges,
  presenceChanges,
  sessionChanges,
].reduce<Record<string, ChangeRule>>((all, rules) => {
  for (const [type, rule] of Object.entries(rules)) {
    const known = all[type]
    all[type] = known ? together(known, rule) : rule
  }
  return all
}, {})
