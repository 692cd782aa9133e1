import { addresses, customerAttributes, customers, statusChanges } from '#server/store/sql/schema/customers.ts'
import { attributeDefinitions, attributeGroups, lookups } from '#server/store/sql/schema/metadata.ts'
import { carts, orderDetails, orders, savedPayments } from '#server/store/sql/schema/orders.ts'
import {
  customerStores,
  memberships,
  organizations,
  scopes,
  storeLocations,
} from '#server/store/sql/schema/organizations.ts'
import { activities, idempotencyKeys, outbox, sessions, settings, staff } from '#server/store/sql/schema/staff.ts'
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
  activities,
  outbox,
  idempotencyKeys,
  settings,
} satisfies { [C in CollectionName]: { $inferSelect: Rows[C] } }
