import type { Resource } from '#server/import/resource.ts'
import { addresses } from '#server/import/resources/addresses.ts'
import { attributes } from '#server/import/resources/attributes.ts'
import {
  billingInfos,
  instalmentPurchases,
  invoices,
  payments,
  subscriptions,
} from '#server/import/resources/billing.ts'
import { carts } from '#server/import/resources/carts.ts'
import { customerStores } from '#server/import/resources/customer-stores.ts'
import { customers } from '#server/import/resources/customers.ts'
import { activities, cases, notes } from '#server/import/resources/history.ts'
import { memberships } from '#server/import/resources/memberships.ts'
import { attributeDefinitions, attributeGroups, lookups } from '#server/import/resources/metadata.ts'
import { orders } from '#server/import/resources/orders.ts'
import { organizations } from '#server/import/resources/organizations.ts'
import { alerts, alternativeContacts, contacts } from '#server/import/resources/people.ts'
import { savedPayments } from '#server/import/resources/saved-payments.ts'
import { scopes } from '#server/import/resources/scopes.ts'
import { stores } from '#server/import/resources/stores.ts'
import type { ResourceName } from '#server/import/source-record.ts'

const table = {
  scopes,
  'attribute-groups': attributeGroups,
  lookups,
  'attribute-definitions': attributeDefinitions,
  organizations,
  stores,
  customers,
  addresses,
  memberships,
  'customer-stores': customerStores,
  attributes,
  'saved-payments': savedPayments,
  orders,
  carts,
  subscriptions,
  invoices,
  payments,
  'instalment-purchases': instalmentPurchases,
  'billing-info': billingInfos,
  alerts,
  contacts,
  'alternative-contacts': alternativeContacts,
  cases,
  notes,
  activities,
}

/** What a record was parsed by is also what it is written by, so its type may stay unknown in between. */
export const resourceOf = (name: ResourceName) => table[name] as unknown as Resource<unknown>
