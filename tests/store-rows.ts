import type { CustomerRow, OrderRow, ScopeRow } from '#server/store/rows.ts'
import { aCustomer, anOrder, aScope } from '#tests/builders.ts'

/*
 * Rows for tests of the stores: next to nothing in them but an id, which is also what they sort by.
 */

export const aCustomerRow = (id: string, over: Partial<CustomerRow> = {}): CustomerRow =>
  aCustomer({
    id,
    customerNumber: id,
    nameSort: id,
    emailSort: null,
    registeredAt: null,
    searchText: ` ${id}`,
    phoneDigits: '',
    ...over,
  })

export const anOrderRow = (id: string, customerId: string, over: Partial<OrderRow> = {}): OrderRow =>
  anOrder(aCustomer({ id: customerId }), { id, number: id, numberFolded: id, searchText: ` ${id}`, ...over })

export const aScopeRow = (id: string, over: Partial<ScopeRow> = {}): ScopeRow => aScope({ id, ...over })
