import type { EntityReference } from '#/contract/attributes.ts'
import { listCustomers } from '#/contract/customers.ts'
import { listOrganizations } from '#/contract/organizations.ts'
import { listStores } from '#/contract/stores.ts'
import { api } from '#/shared/api/api.ts'
import type { Found, ReferenceSearch } from '#/shared/form/reference-field.tsx'

type Finder = (words: string, signal: AbortSignal) => Promise<Found<EntityReference>[]>

const limit = 10

const finders: Record<string, Finder> = {
  customer: async (q, signal) => {
    const { items } = await api(listCustomers, { query: { q, limit }, signal })
    return items.map(({ id, name, customerNumber }) => ({
      reference: { entityType: 'customer', id, label: name || customerNumber },
      note: customerNumber,
    }))
  },
  organization: async (q, signal) => {
    const { items } = await api(listOrganizations, { query: { q, limit }, signal })
    return items.map(({ id, name, number }) => ({
      reference: { entityType: 'organization', id, label: name },
      note: number,
    }))
  },
  store: async (q, signal) => {
    const { items } = await api(listStores, { query: { q, limit }, signal })
    return items.map(({ id, name, number }) => ({ reference: { entityType: 'store', id, label: name }, note: number }))
  },
}

/** Kinds of records that attributes can refer to and that can be searched for. */
export const referenceEntities = ['customer', 'organization', 'store'] as const

/** Finds records of a kind by words; nothing for a kind that cannot be searched. */
export function referenceSearch(entity: string | null): ReferenceSearch<EntityReference> | undefined {
  const find = finders[entity ?? '']
  return find && entity !== null ? { kind: entity, find } : undefined
}
