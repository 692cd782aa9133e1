import {
  billingInfos,
  instalmentPurchases,
  invoices,
  payments,
  subscriptionEntries,
  subscriptions,
} from '#server/store/sql/schema/billing.ts'
import {
  activities,
  alerts,
  alternativeContacts,
  cases,
  contacts,
  files,
  jobs,
  notes,
} from '#server/store/sql/schema/care.ts'
import { addresses, customerAttributes, customers, statusChanges } from '#server/store/sql/schema/customers.ts'
import { attributeDefinitions, attributeGroups, lookups } from '#server/store/sql/schema/metadata.ts'
import { changes, drafts, presence, workspaces } from '#server/store/sql/schema/live.ts'
import { carts, orderDetails, orders, savedPayments } from '#server/store/sql/schema/orders.ts'
import {
  customerStores,
  memberships,
  organizations,
  scopes,
  storeLocations,
} from '#server/store/sql/schema/organizations.ts'
import { idempotencyKeys, outbox, sessions, settings, staff } from '#server/store/sql/schema/staff.ts'
import type { CollectionName, Rows } from '#server/store/rows.ts'

/** The table of each collection. */
export const tables = {
  customers,
  statusChanges,
  customerAttributes,
  addresses,
  organizations,
  memberships,
  storeLocations,
  customerStores,
  orders,
  orderDetails,
  carts,
  savedPayments,
  scopes,
  attributeDefinitions,
  attributeGroups,
  lookups,
  staff,
  sessions,
  notes,
  files,
  cases,
  contacts,
  alternativeContacts,
  alerts,
  jobs,
  activities,
  billingInfos,
  invoices,
  payments,
  instalmentPurchases,
  subscriptions,
  subscriptionEntries,
  outbox,
  idempotencyKeys,
  drafts,
  workspaces,
  presence,
  changes,
  settings,
} satisfies { [C in CollectionName]: { $inferSelect: Rows[C] } }
