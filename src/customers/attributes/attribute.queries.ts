import { queryOptions } from '@tanstack/react-query'
import { getCustomerAttributes } from '#/contract/attributes.ts'
import { listAttributeDefinitions, listLookups } from '#/contract/metadata.ts'
import { api } from '#/shared/api/api.ts'

/** Values of a customer's custom attributes. */
export const customerAttributesQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['customers', 'attributes', customerId] as const,
    queryFn: ({ signal }) => api(getCustomerAttributes, { path: { id: customerId }, signal }),
  })

/** Definitions and groups; they change rarely. */
export const attributeDefinitionsQuery = queryOptions({
  queryKey: ['metadata', 'customer-attributes'] as const,
  queryFn: ({ signal }) => api(listAttributeDefinitions, { signal }),
  staleTime: 10 * 60_000,
})

export const lookupsQuery = queryOptions({
  queryKey: ['metadata', 'lookups'] as const,
  queryFn: async ({ signal }) => (await api(listLookups, { signal })).items,
  staleTime: 10 * 60_000,
})
