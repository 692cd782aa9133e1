import { attributeDefinitionRows, attributeGroupRows, lookupRows } from '#mocks/seed/attribute-rows.ts'
import { customerRows, type CustomerSpec } from '#mocks/seed/customer-rows.ts'
import { organizationRows } from '#mocks/seed/organizations.ts'
import { scopeRows } from '#mocks/seed/scopes.ts'
import { merged, type SeedRows } from '#mocks/seed/seed-rows.ts'
import { accountCases } from '#mocks/seed/small-accounts.ts'
import { addressCases } from '#mocks/seed/small-addresses.ts'
import { smallAround, smallHappenings } from '#mocks/seed/small-around.ts'
import { attributeCases } from '#mocks/seed/small-attributes.ts'
import { basketCases } from '#mocks/seed/small-baskets.ts'
import { nameCases } from '#mocks/seed/small-names.ts'
import { orderCases } from '#mocks/seed/small-orders.ts'
import { placeCases } from '#mocks/seed/small-places.ts'
import { stateCases } from '#mocks/seed/small-states.ts'
import { storeLocationRows } from '#mocks/seed/store-locations.ts'

/** The hand-picked customers; their ids are words that tests can name. */
export const smallCustomers: readonly CustomerSpec[] = [
  ...nameCases,
  ...stateCases,
  ...placeCases,
  ...addressCases,
  ...attributeCases,
  ...basketCases,
  ...orderCases,
  ...accountCases,
].map((spec): CustomerSpec => {
  const { id } = spec.customer
  const happened = [...(spec.activities ?? []), ...(smallHappenings[id] ?? [])]
  return Object.assign({}, spec, { activities: happened }, smallAround[id] ? { around: smallAround[id] } : {})
})

/** What customers refer to: scopes, attribute definitions, stores, organizations. */
function referenceRows(): SeedRows {
  return structuredClone({
    scopes: [...scopeRows],
    lookups: [...lookupRows],
    attributeGroups: [...attributeGroupRows],
    attributeDefinitions: [...attributeDefinitionRows],
    storeLocations: [...storeLocationRows],
    organizations: [...organizationRows],
  })
}

/** About 60 hand-picked customers for tests and quick mocks; also the beginning of the demo seed. Fresh copies each time. */
export function smallRows(): SeedRows {
  return structuredClone(merged([referenceRows(), ...smallCustomers.map(customerRows)]))
}
