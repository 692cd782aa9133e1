import { describe, expect, it } from 'vitest'
import type * as z from 'zod/mini'
import { addressSchema } from '#/contract/addresses.ts'
import { customerAttributesSchema } from '#/contract/attributes.ts'
import { cartSchema } from '#/contract/carts.ts'
import { customerSchema } from '#/contract/customers.ts'
import { attributeDefinitionSchema, attributeGroupSchema, lookupSchema } from '#/contract/metadata.ts'
import { orderSchema } from '#/contract/orders.ts'
import { organizationSchema } from '#/contract/organizations.ts'
import { savedPaymentSchema } from '#/contract/saved-payments.ts'
import { scopeSchema } from '#/contract/service.ts'
import { storeSchema } from '#/contract/stores.ts'
import { demoRows } from '#mocks/seed/demo-seed.ts'
import { merged, type SeedRows } from '#mocks/seed/seed-rows.ts'

const seed = merged([...demoRows({ customers: 250 })].map(({ collection, rows }): SeedRows => ({ [collection]: rows })))
const etag = '"1"'
const details = new Map(seed.orderDetails?.map((row) => [row.id, row]))
const moneyOf = (amountMinor: number | null, currency: string | null) =>
  amountMinor === null ? null : { amountMinor, currency: currency ?? 'USD' }

function broken<T extends { id: string }>(schema: z.ZodMiniType, rows: T[] | undefined, missing: (row: T) => object) {
  return (rows ?? []).flatMap((row) => {
    const { error } = schema.safeParse({ etag, ...row, ...missing(row) })
    return error ? [`${row.id}: ${error.issues.map((issue) => issue.path.join('.')).join(', ')}`] : []
  })
}

describe('what the API answers from the seed', () => {
  it.each([
    ['customers', broken(customerSchema, seed.customers, () => ({ lastOrder: null, hasPin: false }))],
    ['attributes', broken(customerAttributesSchema, seed.customerAttributes, () => ({}))],
    ['addresses', broken(addressSchema, seed.addresses, () => ({ usedBy: [] }))],
    ['organizations', broken(organizationSchema, seed.organizations, () => ({}))],
    ['stores', broken(storeSchema, seed.storeLocations, () => ({}))],
    ['scopes', broken(scopeSchema, seed.scopes, () => ({}))],
    ['definitions', broken(attributeDefinitionSchema, seed.attributeDefinitions, ({ id }) => ({ name: id }))],
    ['groups', broken(attributeGroupSchema, seed.attributeGroups, () => ({}))],
    ['lookups', broken(lookupSchema, seed.lookups, ({ id }) => ({ name: id }))],
    ['saved payments', broken(savedPaymentSchema, seed.savedPayments, () => ({ status: 'active', usedBy: [] }))],
    [
      'carts',
      broken(cartSchema, seed.carts, (row) => ({
        scopeName: null,
        total: moneyOf(row.totalMinor, row.currency),
        orderedAs: null,
      })),
    ],
    [
      'orders',
      broken(orderSchema, seed.orders, (row) => ({
        recurring: row.recurring && { problems: [], ...row.recurring },
        ...details.get(row.id),
        customer: { id: row.customerId, customerNumber: '', name: '' },
        scopeName: null,
        status: { code: row.statusCode, class: row.statusClass },
        total: moneyOf(row.totalMinor, row.currency),
      })),
    ],
  ])('fits the contract: %s', (_, errors) => {
    expect(errors).toEqual([])
  })
})
